package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarArguments.FreePerson;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who else is to be free. */
record Company(List<Attendee> people) {
  /** As the tool's schema says. */
  private static final int MOST = 20;

  Company {
    people = List.copyOf(people);
  }

  static Company of(Request request) {
    return new Company(new People(request.language().vocabulary()).in(request));
  }

  boolean isEmpty() {
    return people.isEmpty();
  }

  List<FreePerson> addresses() {
    return people.stream()
        .map(Attendee::email)
        .filter(Objects::nonNull)
        .limit(MOST)
        .map(email -> new FreePerson(email, null))
        .toList();
  }

  /** Those whose times are known, as the tool says whose are not. */
  List<String> known(List<String> unknown) {
    return addresses().stream()
        .map(FreePerson::email)
        .filter(email -> !unknown.contains(email))
        .toList();
  }

  /** Nobody knows the times of whom no address is known, either. */
  List<String> unknown(List<String> unknown) {
    List<String> asked = addresses().stream().map(FreePerson::email).toList();
    return Stream.concat(
            unknown.stream(),
            people.stream()
                .filter(person -> person.email() == null || !asked.contains(person.email()))
                .map(Attendee::person))
        .toList();
  }
}
