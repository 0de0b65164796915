package io.rendezvous.history.projection;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.model.ModelTotals;
import java.util.List;
import java.util.stream.Stream;

/** What the model calls of a turn took, by model. */
record Spent(List<ModelTotals> models) {
  static final Spent NOTHING = new Spent(List.of());

  Spent {
    models = List.copyOf(models);
  }

  Spent plus(Event event) {
    return event instanceof Event.OfModel asked ? plus(asked) : this;
  }

  private Spent plus(Event.OfModel asked) {
    Stream<ModelTotals> more =
        asked.paid().stream().map(usage -> ModelTotals.of(usage, asked.purpose()));
    return new Spent(ModelTotals.byModel(Stream.concat(models.stream(), more)));
  }
}
