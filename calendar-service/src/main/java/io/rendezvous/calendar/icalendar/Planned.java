package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.Effect;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An effect that is to be.
 *
 * @param on the object that it is planned on; null where there is none yet
 * @param object what the object is to become; empty where it is to go
 */
public record Planned(Effect effect, @Nullable Held on, Optional<CalendarObject> object) {}
