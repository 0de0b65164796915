package io.rendezvous.orchestrator.model;

import io.rendezvous.common.model.ModelWish;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that can be asked.
 *
 * @param order those that are asked one after the other
 * @param onRequest those that are asked only where a user wants them
 */
record Candidates(List<Candidate> order, List<Candidate> onRequest) {
  Candidates {
    order = List.copyOf(order);
    onRequest = List.copyOf(onRequest);
  }

  /** The one that is wanted first, where it can be had; then the others in their order. */
  List<Candidate> inOrder(@Nullable ModelWish wish) {
    if (wish == null) {
      return order;
    }
    var wanted = new ArrayList<Candidate>();
    all().filter(candidate -> isMeant(wish, candidate.name())).findFirst().ifPresent(wanted::add);
    order.stream().filter(candidate -> !wanted.contains(candidate)).forEach(wanted::add);
    return wanted;
  }

  Stream<Candidate> all() {
    return Stream.concat(order.stream(), onRequest.stream());
  }

  private static boolean isMeant(ModelWish wish, ServingModel model) {
    return wish.provider().equals(model.provider())
        && (wish.name() == null || wish.name().equals(model.model()));
  }
}
