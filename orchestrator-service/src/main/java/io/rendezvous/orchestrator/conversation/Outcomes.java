package io.rendezvous.orchestrator.conversation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.rendezvous.common.id.Ids;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ToolRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the last calls of a turn came to, by which one that goes in circles is known. It outlasts
 * the window, which a few long results fill.
 *
 * @param digests of call and result, oldest first
 */
public record Outcomes(List<String> digests) {
  static final Outcomes NONE = new Outcomes(List.of());

  /** Circles of more calls than this are not seen. */
  static final int REMEMBERED = 64;

  public Outcomes {
    digests = List.copyOf(digests);
  }

  /** With one more; the request is empty where it has left the window. */
  Outcomes with(Optional<ToolRequest> request, ToolAnswered answer) {
    String digest =
        Ids.derive(
            answer.name(),
            request.map(it -> it.arguments().digest()).orElse(""),
            answer.result() == null ? "" : answer.result().digest(),
            String.valueOf(answer.failure()));
    return new Outcomes(
        Stream.concat(
                digests.stream().skip(Math.max(0, digests.size() - REMEMBERED + 1)),
                Stream.of(digest))
            .toList());
  }

  /** How often the most repeated call had the same arguments and the same result. */
  long mostRepeated() {
    return digests.stream().collect(groupingBy(it -> it, counting())).values().stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }
}
