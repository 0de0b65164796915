package io.rendezvous.systemtest.check;

import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.ProcessSample;
import io.rendezvous.systemtest.check.evidence.Resources;
import io.rendezvous.systemtest.check.evidence.Resources.Tolerance;
import java.util.List;

/** I7: memory, threads, files and lag are again what they were. */
public final class ResourceJudge implements Judge {
  @Override
  public List<Violation> judge(Evidence evidence) {
    Resources resources = evidence.resources();
    return resources == null ? List.of() : judge(resources);
  }

  /** What has grown by more than is tolerated. */
  public static List<Violation> judge(Resources resources) {
    var findings = new Findings(Invariant.I7);
    resources
        .before()
        .processes()
        .forEach((name, before) -> process(name, before, resources, findings));
    resources
        .after()
        .lags()
        .forEach(
            (group, lag) -> {
              long before = resources.before().lags().getOrDefault(group, 0L);
              atMost(group + " lag", before, before + resources.tolerance().lag(), lag, findings);
            });
    return findings.list();
  }

  private static void process(
      String name, ProcessSample before, Resources resources, Findings findings) {
    ProcessSample after = resources.after().processes().get(name);
    if (after == null) {
      findings.add(name, "a sample after the run", "none");
      return;
    }
    Tolerance more = resources.tolerance();
    long heap = Math.round(before.heapBytes() * more.heapFactor()) + more.heapBytes();
    atMost(name + " heap bytes", before.heapBytes(), heap, after.heapBytes(), findings);
    atMost(
        name + " threads",
        before.threads(),
        before.threads() + more.threads(),
        after.threads(),
        findings);
    atMost(
        name + " file descriptors",
        before.fileDescriptors(),
        before.fileDescriptors() + more.fileDescriptors(),
        after.fileDescriptors(),
        findings);
  }

  private static void atMost(String what, long before, long limit, long after, Findings findings) {
    if (after > limit) {
      findings.add(what, "at most " + limit + " (before: " + before + ")", Long.toString(after));
    }
  }
}
