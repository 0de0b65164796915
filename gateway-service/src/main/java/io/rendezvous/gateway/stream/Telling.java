package io.rendezvous.gateway.stream;

import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/** What is told on a stream that is open. */
interface Telling {
  void tell(SseWriter client) throws IOException, InterruptedException;

  /** Tells it; what goes wrong is told too, for it is too late for a status. */
  default void run(SseWriter client, Logger log) {
    try {
      try {
        tell(client);
      } catch (Problem problem) {
        fail(client, problem);
      } catch (SdkException tablesAway) {
        fail(client, Problem.of(ProblemCode.HISTORY_UNAVAILABLE, "The history cannot be read."));
      } catch (RuntimeException failure) {
        log.error("A stream ends with an unexpected {}", failure.getClass().getName());
        fail(client, Problem.of(ProblemCode.INTERNAL_ERROR, "The stream had to end."));
      }
    } catch (IOException clientLeft) {
      log.debug("A client left its stream");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void fail(SseWriter client, Problem problem) throws IOException {
    client.write(List.of(new Frame(null, "error", problem.body())));
  }
}
