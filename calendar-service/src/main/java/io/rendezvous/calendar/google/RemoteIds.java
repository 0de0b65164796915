package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.Event;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.Ids;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of events, here and at Google: they differ for an occurrence, where Google writes an
 * underscore between the series and the occurrence's own start.
 */
final class RemoteIds {
  private static final Pattern OCCURRENCE = Pattern.compile("([^~]+)~(\\d{8}(?:T\\d{6}Z)?)");
  private static final Pattern PLAIN = Pattern.compile("[^~/?#\\s]{1,1024}");

  private RemoteIds() {}

  /** A legal id of Google's, the same for the same effect. */
  static String of(EffectId effect) {
    return Ids.derive("event", effect.value());
  }

  /** NotFound for what no event is called. */
  static Outcome<String> remote(String event) {
    Matcher occurrence = OCCURRENCE.matcher(event);
    String remote = occurrence.matches() ? occurrence.group(1) + "_" + occurrence.group(2) : event;
    return PLAIN.matcher(remote).matches()
        ? new Outcome.Done<>(remote)
        : new Outcome.Failed<>(new CalendarFailure.NotFound());
  }

  static String local(Event event) {
    return event.getRecurringEventId() == null || event.getOriginalStartTime() == null
        ? event.getId()
        : event.getRecurringEventId() + "~" + Times.key(event.getOriginalStartTime());
  }
}
