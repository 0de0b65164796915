package io.rendezvous.common.calendar;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * A reminder as a tool takes and tells it.
 *
 * @param email whether it comes by mail rather than on the screen
 * @param minutesBefore the start, 0 to 40,320
 */
public record AskedReminder(@JsonSetter(nulls = Nulls.AS_EMPTY) boolean email, int minutesBefore) {}
