package io.rendezvous.calendar.router;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Keeps one slow account from taking the room of all others. */
final class Bulkhead {
  private record Place(UserId user, AccountId account) {}

  /** Kept while somebody is there, so that the map does not grow with the users. */
  private record Room(Semaphore free, int people) {}

  private final RouterSettings limits;
  private final Map<Place, Room> rooms = new ConcurrentHashMap<>();
  private final Semaphore own;

  Bulkhead(RouterSettings limits) {
    this.limits = limits;
    this.own = new Semaphore(limits.ownCallsAtOnce(), true);
  }

  /** What a call to a calendar of our own says; it waits for its turn for as long as it takes. */
  <T> Outcome<T> atHome(Supplier<Outcome<T>> call) {
    try {
      own.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed<>(new CalendarFailure.Unavailable());
    }
    try {
      return call.get();
    } finally {
      own.release();
    }
  }

  /** What the call says; Unavailable where too many others are under way for too long. */
  <T> Outcome<T> within(UserId user, AccountId account, Supplier<Outcome<T>> call) {
    var place = new Place(user, account);
    Semaphore free = enter(place);
    try {
      if (!free.tryAcquire(limits.callWait().toNanos(), TimeUnit.NANOSECONDS)) {
        return new Outcome.Failed<>(new CalendarFailure.Unavailable());
      }
      try {
        return call.get();
      } finally {
        free.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed<>(new CalendarFailure.Unavailable());
    } finally {
      leave(place);
    }
  }

  /** How many accounts are being called. */
  int rooms() {
    return rooms.size();
  }

  private Semaphore enter(Place place) {
    Room room =
        rooms.compute(
            place,
            (_, known) ->
                known == null
                    ? new Room(new Semaphore(limits.callsAtOnce()), 1)
                    : new Room(known.free(), known.people() + 1));
    return requireNonNull(room).free();
  }

  private void leave(Place place) {
    rooms.computeIfPresent(
        place, (_, room) -> room.people() == 1 ? null : new Room(room.free(), room.people() - 1));
  }
}
