package io.rendezvous.gateway.text;

import java.time.LocalDateTime;

/** From when to before when, local to who says it; {@code allDay} from midnight to midnight. */
record SaidTime(LocalDateTime start, LocalDateTime end, boolean allDay) {}
