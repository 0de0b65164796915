package io.rendezvous.history.projection;

import io.rendezvous.common.event.Event;
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
    return event instanceof Event.OfModel asked ? plus(asked.paid()) : this;
  }

  private Spent plus(List<Usage> more) {
    return new Spent(
        ModelTotals.byModel(Stream.concat(models.stream(), more.stream().map(ModelTotals::of))));
  }
}
