package io.rendezvous.calendar.google;

import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.CalendarRequest;
import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Grants;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Asks Google for a user: with a token that holds, again after a pause where Google was too busy,
 * and not again where that would help nobody.
 */
final class Api {
  private final Calendar google;
  private final Wire wire;
  private final Grants grants;
  private final RetrySettings retries;

  Api(Calendar google, Grants grants, GoogleSettings settings) {
    this.google = google;
    this.wire = new Wire(settings);
    this.grants = grants;
    this.retries = settings.retries();
  }

  <T> Answer<T> ask(Place place, Call<T> call) {
    return ask(place.user(), place.account(), call);
  }

  <T> Answer<T> ask(UserId user, AccountId account, Call<T> call) {
    CalendarRequest<T> request = request(call);
    return switch (send(user, account, request)) {
      case Answer.Given<String>(String text) -> read(request, text);
      case Answer.Refused<String>(var refusal, boolean doubtful) ->
          new Answer.Refused<>(refusal, doubtful);
    };
  }

  /** For a request that is answered with nothing. */
  Answer<String> tell(Place place, Call<Void> call) {
    return send(place.user(), place.account(), request(call));
  }

  private Answer<String> send(UserId user, AccountId account, CalendarRequest<?> request) {
    var tries = new Tries(retries);
    boolean doubtful = false;
    boolean renewed = false;
    Outcome<String> token = grants.accessToken(user, account);
    while (token instanceof Outcome.Done<String>(String bearer)) {
      Reply reply = wire.send(request, bearer);
      if (reply.isDone()) {
        return new Answer.Given<>(reply.body());
      }
      doubtful |= reply.isDoubtful();
      if (reply.status() == 401 && !renewed) {
        renewed = true;
        token = grants.renewed(user, account, bearer);
      } else if (!reply.isPassing() || !tries.next(reply)) {
        return new Answer.Refused<>(reply.refusal(), doubtful);
      }
    }
    CalendarFailure why = ((Outcome.Failed<String>) token).failure();
    return new Answer.Refused<>(new Refusal.Told(why), doubtful);
  }

  private <T> CalendarRequest<T> request(Call<T> call) {
    try {
      return call.of(google);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static <T> Answer<T> read(CalendarRequest<T> request, String text) {
    try {
      return new Answer.Given<>(Models.JSON.fromString(text, request.getResponseClass()));
    } catch (IOException | IllegalArgumentException notFromGoogle) {
      return new Answer.Refused<>(new Refusal.Told(new CalendarFailure.Unavailable()), true);
    }
  }
}
