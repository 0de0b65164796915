package io.rendezvous.calendar.router;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks several at once; one that is late or fails holds up no other. */
final class Together {
  private static final Logger LOG = LoggerFactory.getLogger(Together.class);

  private final ExecutorService threads;
  private final Duration limit;

  Together(ExecutorService threads, Duration limit) {
    this.threads = threads;
    this.limit = limit;
  }

  /** An answer for each, in their order; Unavailable of those that have none. */
  <A, T> List<Outcome<T>> ask(List<A> all, Function<A, Outcome<T>> question) {
    List<Callable<Outcome<T>>> questions =
        all.stream().<Callable<Outcome<T>>>map(one -> () -> question.apply(one)).toList();
    try {
      return threads.invokeAll(questions, limit.toNanos(), TimeUnit.NANOSECONDS).stream()
          .map(Together::answer)
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return all.stream().map(_ -> Together.<T>unavailable()).toList();
    }
  }

  private static <T> Outcome<T> answer(Future<Outcome<T>> answer) {
    try {
      return answer.get();
    } catch (CancellationException late) {
      return unavailable();
    } catch (ExecutionException e) {
      LOG.warn("A calendar could not be asked", e.getCause());
      return unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable();
    }
  }

  private static <T> Outcome<T> unavailable() {
    return new Outcome.Failed<>(new CalendarFailure.Unavailable());
  }
}
