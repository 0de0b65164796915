package io.rendezvous.systemtest.check;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What came of a check.
 *
 * @param notJudged what could not be judged, since the ends of the logs were not reached
 */
public record Verdict(List<Violation> violations, Set<Invariant> notJudged) {
  private static final int TOLD = 40;

  public Verdict {
    violations = List.copyOf(violations);
    notJudged = Set.copyOf(notJudged);
  }

  public boolean isClean() {
    return violations.isEmpty();
  }

  public List<Violation> of(Invariant invariant) {
    return violations.stream().filter(found -> found.invariant() == invariant).toList();
  }

  /** Without what a test has caused on purpose, by the subjects of its findings. */
  public Verdict except(Collection<String> subjects) {
    return new Verdict(
        violations.stream().filter(found -> !subjects.contains(found.subject())).toList(),
        notJudged);
  }

  /** The findings, one by one; of very many the first. */
  @Override
  public String toString() {
    if (violations.isEmpty()) {
      return "clean";
    }
    String told =
        violations.stream().limit(TOLD).map(Violation::toString).collect(joining("\n", "\n", ""));
    int more = violations.size() - TOLD;
    return violations.size()
        + " violations"
        + told
        + (more > 0 ? "\n… and " + more + " more" : "")
        + (notJudged.isEmpty() ? "" : "\nnot judged: " + notJudged.stream().sorted().toList());
  }
}
