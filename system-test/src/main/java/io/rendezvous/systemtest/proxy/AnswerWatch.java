package io.rendezvous.systemtest.proxy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Matches the answers of one connection to its requests, to lose the one that shall be lost. */
final class AnswerWatch {
  private final Supplier<Loss> wanted;
  private final KafkaFrames requests = new KafkaFrames(KafkaFrames.REQUEST_HEAD);
  private final KafkaFrames answers = new KafkaFrames(KafkaFrames.ANSWER_HEAD);

  /** Set before the request goes on, so its answer cannot come earlier. */
  private volatile @Nullable Awaited awaited;

  /** Whose answer is lost; without a correlation id it is the next bytes. */
  private record Awaited(Loss loss, @Nullable Integer correlation) {}

  AnswerWatch(Supplier<Loss> wanted) {
    this.wanted = wanted;
  }

  void request(byte[] bytes) {
    Loss loss = wanted.get();
    requests.next(
        bytes,
        (_, head) -> {
          if (loss.takes(head)) {
            awaited = new Awaited(loss, head.getInt(KafkaFrames.ANSWER_HEAD));
          }
        });
    if (loss.takes(bytes)) {
      awaited = new Awaited(loss, null);
    }
  }

  /** How many of these bytes may pass; where it is not all, the connection ends there. */
  int passing(byte[] bytes) {
    Awaited now = awaited;
    var cut = new Cut(now != null && now.correlation() == null ? 0 : bytes.length);
    answers.next(
        bytes,
        (start, head) -> {
          if (now != null
              && now.correlation() != null
              && now.correlation() == head.getInt(Integer.BYTES)) {
            cut.at = Math.min(cut.at, start);
          }
        });
    if (now != null && cut.at < bytes.length) {
      now.loss().done().complete(null);
    }
    return cut.at;
  }

  private static final class Cut {
    int at;

    Cut(int at) {
      this.at = at;
    }
  }
}
