package io.rendezvous.history.projection;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelTotals;
import io.rendezvous.common.model.Usage;
import java.util.List;
import java.util.stream.Stream;

/** What the model calls of a turn took, by model. */
record Spent(List<ModelTotals> models) {
  static final Spent NOTHING = new Spent(List.of());

  Spent {
    models = List.copyOf(models);
  }

  Spent plus(Event event) {
    return switch (event) {
      case Event.ModelResponded answer ->
          plus(Stream.concat(asked(answer.failed()), Stream.of(answer.usage())));
      case Event.ModelGaveUp failure -> plus(asked(failure.failed()));
      default -> this;
    };
  }

  /** Who was passed over was not asked. */
  private static Stream<Usage> asked(List<FailedTry> failed) {
    return failed.stream()
        .filter(it -> it.reason() != ModelFailure.PASSED_OVER)
        .map(FailedTry::usage);
  }

  private Spent plus(Stream<Usage> more) {
    return new Spent(
        ModelTotals.byModel(Stream.concat(models.stream(), more.map(ModelTotals::of))));
  }
}
