package io.rendezvous.systemtest.load.drive;

import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.http.Received;
import io.rendezvous.systemtest.scripted.OwnTime;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads one turn's events as they come, parsing no more than is needed. */
final class TurnStream {
  private static final String EVENT = "event:";
  private static final String DATA = "data:";

  private final Received answer;

  TurnStream(Received answer) {
    this.answer = answer;
  }

  /** Reads to the end; {@code conversation} takes the id that the turn belongs to. */
  TurnDone read(int index, int number, long startedAt, Consumer<String> conversation)
      throws IOException {
    long firstTextAt = 0;
    long endedAt = 0;
    long ownMicros = -1;
    String error = null;
    String event = "";
    for (String line = answer.line(); line != null; line = answer.line()) {
      if (line.startsWith(EVENT)) {
        event = line.substring(EVENT.length()).strip();
        if (event.equals("text.delta") && firstTextAt == 0) {
          firstTextAt = System.nanoTime();
        } else if (event.equals("turn.ended") || event.equals("error")) {
          endedAt = System.nanoTime();
        }
      } else if (line.startsWith(DATA)) {
        switch (event) {
          case "turn.accepted" ->
              conversation.accept(
                  Json.MAPPER
                      .readTree(line.substring(DATA.length()))
                      .path("conversationId")
                      .asString(""));
          case "message" -> ownMicros = OwnTime.micros(line).orElse(ownMicros);
          case "turn.ended" -> error = line.contains("\"completed\"") ? null : line;
          case "error" -> error = line;
          default -> {
            // Nothing else matters here.
          }
        }
      }
    }
    if (endedAt == 0) {
      error = "the stream ended before the turn";
    } else if (error == null && ownMicros < 0) {
      error = "the answer does not tell the model's own time";
    }
    return error == null
        ? new TurnDone(index, number, startedAt, firstTextAt, endedAt, ownMicros, null)
        : TurnDone.failed(index, number, startedAt, error);
  }
}
