package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.check.evidence.Item;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the model calls of a turn took, by the log or by the table. */
record Spending(long calls, long inputTokens, long outputTokens, long costNanos) {
  private static final Spending NOTHING = new Spending(0, 0, 0, 0);

  static Spending of(List<Fact> facts) {
    return facts.stream()
        .flatMap(fact -> usage(fact.event()))
        .map(it -> new Spending(1, it.inputTokens(), it.outputTokens(), it.costNanos()))
        .reduce(NOTHING, Spending::plus);
  }

  static Spending in(List<Item> items) {
    Spending all = NOTHING;
    for (Item item : items) {
      String usage = item.textOrNull("usage");
      if (usage != null) {
        for (JsonNode model : Json.MAPPER.readTree(usage)) {
          all =
              all.plus(
                  new Spending(
                      model.path("calls").asLong(),
                      model.path("inputTokens").asLong(),
                      model.path("outputTokens").asLong(),
                      model.path("costNanos").asLong()));
        }
      }
    }
    return all;
  }

  private static Stream<Usage> usage(Event event) {
    return switch (event) {
      case Event.ModelResponded answer ->
          Stream.concat(Stream.of(answer.usage()), tried(answer.failed()));
      case Event.ModelGaveUp failure -> tried(failure.failed());
      case Event.ModelSettled settled ->
          Stream.concat(Stream.ofNullable(settled.usage()), tried(settled.failed()));
      case Event.SummaryMade made -> Stream.concat(Stream.of(made.usage()), tried(made.failed()));
      default -> Stream.empty();
    };
  }

  private static Stream<Usage> tried(List<FailedTry> failed) {
    return failed.stream().filter(it -> !it.reason().isUnasked()).map(FailedTry::usage);
  }

  private Spending plus(Spending other) {
    return new Spending(
        calls + other.calls,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        costNanos + other.costNanos);
  }
}
