package io.rendezvous.systemtest.check;

import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Event.ApprovalDecided;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Item;
import io.rendezvous.systemtest.check.evidence.Logged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** I2: an effect happens at most once a call, is reported, and is there. */
final class EffectJudge implements Judge {
  @Override
  public List<Violation> judge(Evidence evidence) {
    var findings = new Findings(Invariant.I2);
    var entries = new HashMap<String, JournalEntry>();
    for (Item item : evidence.tables().calendarJournal()) {
      var entry = JournalEntry.of(item);
      if (entries.put(entry.effect(), entry) != null) {
        findings.add(entry.effect(), "one journal entry", "one for each of two users");
      }
    }
    asked(evidence, findings);
    reported(evidence, entries, findings);
    once(evidence, findings);
    CalendarState.judge(entries.values(), evidence, findings);
    return findings.list();
  }

  /**
   * The decider writes a call once, and once more where it is approved; the log has every call that
   * was written.
   */
  private static void asked(Evidence evidence, Findings findings) {
    Set<CallId> inTheLog = new HashSet<>();
    Set<ApprovalId> approved = new HashSet<>();
    for (List<Fact> facts : Log.of(evidence).turns().values()) {
      for (Fact fact : facts) {
        if (fact.event() instanceof ToolAsked asked && !inTheLog.add(asked.call())) {
          findings.add(asked.call(), "one tool.asked", "another", fact.raw());
        }
        if (fact.event() instanceof ApprovalDecided decided
            && decided.verdict() == Verdict.APPROVE) {
          approved.add(decided.approval());
        }
      }
    }
    Set<String> written = new HashSet<>();
    for (var record : evidence.logs().toolCalls()) {
      CallId call = record.message().call();
      ApprovalId approval = record.message().approval();
      if (approval != null && !approved.contains(approval)) {
        findings.add(call, "a call that its user approved", "none at " + record.place());
      }
      if (!written.add(call + " " + approval)) {
        findings.add(call, "one record that calls the tool", "another at " + record.place());
      }
      if (!inTheLog.contains(call)) {
        findings.add(call, "a call that the log has asked for", "it called at " + record.place());
      }
    }
  }

  private static void reported(
      Evidence evidence, Map<String, JournalEntry> entries, Findings findings) {
    Map<String, Receipt> receipts = new HashMap<>();
    Set<CallId> done = new HashSet<>();
    for (List<Fact> facts : Log.of(evidence).turns().values()) {
      for (Fact fact : facts) {
        if (fact.event() instanceof ToolSucceeded success) {
          if (!done.add(success.call())) {
            findings.add(success.call(), "one report of success", "another", fact.raw());
          }
          Receipt receipt = success.receipt();
          if (receipt != null) {
            receipts.put(success.call().value(), receipt);
            there(success.call(), receipt, entries.get(success.call().value()), findings);
          }
        }
      }
    }
    for (JournalEntry entry : entries.values()) {
      if (entry.hadEffect() && !receipts.containsKey(entry.call())) {
        findings.add(
            entry.call(),
            "its effect to be reported",
            "no report of " + entry.kind(),
            entry.object());
      }
    }
  }

  private static void there(
      CallId call, Receipt receipt, @Nullable JournalEntry entry, Findings findings) {
    if (entry == null || !entry.hadEffect()) {
      findings.add(call, "the effect that is reported done", "none in the journal", receipt);
      return;
    }
    String etag = receipt.etag() == null ? "" : receipt.etag();
    findings.compare(call, "the journal to say", receipt.kind().name(), entry.kind());
    findings.compare(call, "the journal's event", receipt.effect(), entry.event());
    findings.compare(call, "the journal's version", etag, entry.to());
  }

  /** However often a call was reported, it was always the same. */
  private static void once(Evidence evidence, Findings findings) {
    Map<CallId, List<String>> effects = new HashMap<>();
    for (Logged<?> record : evidence.logs().commands()) {
      if (record.message() instanceof ToolFinished done && done.receipt() != null) {
        List<String> known = effects.computeIfAbsent(done.call(), _ -> new ArrayList<>());
        String effect = done.receipt().kind() + " " + done.receipt().effect();
        if (!known.isEmpty() && !known.contains(effect)) {
          findings.add(done.call(), "every report to tell of " + known, effect, record.place());
        }
        known.add(effect);
      }
    }
  }
}
