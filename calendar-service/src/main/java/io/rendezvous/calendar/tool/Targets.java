package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCall;
import org.jspecify.annotations.Nullable;

/** Which calendar and which event a call means. */
final class Targets {
  private static final char OCCURRENCE = '~';

  private final Vault vault;

  Targets(Vault vault) {
    this.vault = vault;
  }

  /** The calendar named, else the user's default one, which travels with her prompt. */
  CalendarId calendar(ToolCall call, @Nullable String named) {
    if (named != null) {
      return new CalendarId(call.user(), named);
    }
    Personal preferred = call.preferences().defaultCalendar();
    return preferred == null
        ? CalendarId.personal(call.user())
        : new CalendarId(call.user(), vault.open(call.user(), preferred));
  }

  /** The id to touch for a scope; of a series where all of it is meant. */
  static Outcome<String> event(String id, @Nullable Scope scope) {
    return switch (scope) {
      case ALL -> new Outcome.Done<>(series(id));
      case FOLLOWING ->
          isOccurrence(id)
              ? new Outcome.Done<>(id)
              : Arguments.invalid(
                  "scope following needs an occurrence: use an id that list_events told.");
      case THIS -> new Outcome.Done<>(id);
      case null -> new Outcome.Done<>(id);
    };
  }

  static boolean isOccurrence(String id) {
    return id.indexOf(OCCURRENCE) > 0;
  }

  /** The id of the series, or of the event itself. */
  static String series(String id) {
    return isOccurrence(id) ? id.substring(0, id.indexOf(OCCURRENCE)) : id;
  }

  /** What names an occurrence within its series. */
  static String key(String id) {
    return id.substring(id.indexOf(OCCURRENCE) + 1);
  }
}
