package io.rendezvous.calendar.icalendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of one object: the one that says all of it, and the exceptions from it. */
record EventSet(Component root, Zones zones) {
  static final String RECURRENCE_ID = "RECURRENCE-ID";
  private static final String EVENT = "VEVENT";
  private static final String ZONE = "VTIMEZONE";

  static EventSet of(Component root, ZoneId floating) {
    return new EventSet(root, new Zones(root, floating));
  }

  List<Component> events() {
    return root.parts(EVENT);
  }

  /** None where only single occurrences of a series are known, as of an invitation to one. */
  Optional<Component> master() {
    return events().stream().filter(event -> !event.has(RECURRENCE_ID)).findFirst();
  }

  /** The master, or what comes closest to it. */
  Component main() {
    return master()
        .or(() -> events().stream().findFirst())
        .orElseThrow(() -> new IllegalArgumentException("Expected an event, but there is none"));
  }

  boolean isSeries() {
    return events().stream()
        .anyMatch(event -> event.has("RRULE") || event.has("RDATE") || event.has(RECURRENCE_ID));
  }

  /** The starts of the series, exceptions aside; none without a master. */
  Optional<Starts> starts() {
    return master().map(event -> Starts.of(event, new EventReader(zones).start(event), zones));
  }

  /** By the name of the occurrence. */
  Map<String, Component> exceptions() {
    var exceptions = new LinkedHashMap<String, Component>();
    for (Component event : events()) {
      event.first(RECURRENCE_ID).ifPresent(line -> exceptions.put(zones.read(line).key(), event));
    }
    return exceptions;
  }

  static boolean isCancelled(Component event) {
    return event.first("STATUS").filter(s -> s.value().equalsIgnoreCase("CANCELLED")).isPresent();
  }

  EventSet withMaster(Component master) {
    return with(Stream.concat(Stream.of(master), exceptions().values().stream()).toList());
  }

  EventSet withException(String occurrence, Component event) {
    Map<String, Component> exceptions = exceptions();
    exceptions.put(occurrence, event);
    return with(Stream.concat(master().stream(), exceptions.values().stream()).toList());
  }

  EventSet withoutException(String occurrence) {
    Map<String, Component> exceptions = exceptions();
    exceptions.remove(occurrence);
    return with(Stream.concat(master().stream(), exceptions.values().stream()).toList());
  }

  /** With these events in the place of all, and the zones that they name. */
  EventSet with(List<Component> events) {
    var children = new ArrayList<Component>();
    root.children().stream().filter(child -> !child.is(EVENT)).forEach(children::add);
    for (Component event : events) {
      for (ContentLine line : event.lines()) {
        line.parameter("TZID").ifPresent(id -> define(id, events, children));
      }
    }
    children.addAll(events);
    return EventSet.of(root.withChildren(children), zones.floating());
  }

  private void define(String id, List<Component> events, List<Component> children) {
    boolean defined =
        children.stream()
            .filter(child -> child.is(ZONE))
            .anyMatch(zone -> zone.first("TZID").filter(l -> l.value().equals(id)).isPresent());
    if (!defined && ZoneId.getAvailableZoneIds().contains(id)) {
      var reader = new EventReader(zones);
      Instant earliest =
          events.stream()
              .map(event -> reader.start(event).instant())
              .min(Instant::compareTo)
              .orElseThrow();
      children.add(ZoneText.of(ZoneId.of(id), earliest));
    }
  }
}
