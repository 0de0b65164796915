package io.rendezvous.calendar.outside;

import io.rendezvous.common.command.Report;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import java.util.concurrent.ExecutionException;

/** Reports to the decider what nobody has asked for. */
final class Outcomes {
  private final Publisher publisher;

  Outcomes(Publisher publisher) {
    this.publisher = publisher;
  }

  /** Returns when it is written; where this throws, it may be written or not. */
  void report(Report report) throws ExecutionException, InterruptedException {
    publisher.publish(Topics.OUTCOMES, report.conversation().value(), report, null).get();
  }
}
