package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.Attendee;
import java.util.List;
import java.util.regex.Pattern;

/** Checks who is named in arguments. */
final class People {
  /** Enough to tell an address from a name; whether it exists, only a mail would show. */
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private People() {}

  /** The same people; nobody has answered whom a model names. */
  static Outcome<List<Attendee>> invited(List<Attendee> attendees) {
    return attendees.stream().allMatch(one -> one.email() == null || isAddress(one.email()))
        ? new Outcome.Done<>(attendees.stream().map(one -> one.answering(null)).toList())
        : Arguments.invalid(
            "An attendee's email is not an address: write a name as name, without email.");
  }

  static Outcome<List<String>> addresses(List<String> emails) {
    return emails.stream().allMatch(People::isAddress)
        ? new Outcome.Done<>(emails)
        : Arguments.invalid("An email is not an address: ask the user for it.");
  }

  private static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }
}
