package io.rendezvous.systemtest.check.evidence;

import io.rendezvous.common.id.UserId;
import java.util.List;

/** What one client sent and saw. */
public record ClientRecord(
    UserId user, List<Submission> submissions, List<RecordedStream> streams) {
  public ClientRecord {
    submissions = List.copyOf(submissions);
    streams = List.copyOf(streams);
  }
}
