package io.rendezvous.testsupport.google;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the events of one calendar, each under its id, with a version that grows with every write;
 * exceptions of series are events of their own, deleted events stay as cancelled.
 */
final class GoogleShelf {
  private static final Duration FAR = Duration.ofDays(3_660);

  private final String email;
  private final Map<String, ObjectNode> events = new LinkedHashMap<>();
  private final List<String> mails = new ArrayList<>();
  private final List<String> writes = new ArrayList<>();
  private long version;

  GoogleShelf(String email) {
    this.email = email;
  }

  List<String> mails() {
    return List.copyOf(mails);
  }

  List<String> writes() {
    return List.copyOf(writes);
  }

  long version() {
    return version;
  }

  void grow() {
    version++;
  }

  boolean has(String id) {
    return events.containsKey(id);
  }

  void purge(String id) {
    events.remove(id);
  }

  ObjectNode put(String method, ObjectNode event) {
    version++;
    event.put("etag", "\"" + version + "\"").put("updated", Instant.EPOCH.toString());
    GoogleResource.complete(event, email);
    events.put(GoogleResource.id(event), event);
    writes.add(method + " " + GoogleResource.id(event));
    return event.deepCopy();
  }

  void tell(ObjectNode event) {
    for (JsonNode attendee : event.path("attendees")) {
      if (!attendee.path("self").asBoolean(false)) {
        mails.add(attendee.path("email").asString());
      }
    }
  }

  ObjectNode get(String id) {
    ObjectNode event = events.get(id);
    if (event == null) {
      return untouched(id);
    }
    return isOrphan(event) ? event.deepCopy().put("status", "cancelled") : event.deepCopy();
  }

  List<ObjectNode> changedSince(long since) {
    return events.values().stream()
        .filter(event -> GoogleResource.version(event) > since)
        .map(ObjectNode::deepCopy)
        .sorted(Comparator.comparingLong(GoogleResource::version))
        .toList();
  }

  List<ObjectNode> occurrences(Instant end) {
    return events.values().stream()
        .filter(event -> !GoogleResource.isCancelled(event) && !isOrphan(event))
        .flatMap(event -> GoogleSeries.isOne(event) ? untouched(event, end) : Stream.of(event))
        .filter(event -> GoogleResource.start(event).isBefore(end))
        .map(ObjectNode::deepCopy)
        .toList();
  }

  void moveExceptions(ObjectNode before, ObjectNode after) {
    List<ObjectNode> exceptions =
        events.values().stream()
            .filter(event -> GoogleResource.series(event).equals(GoogleResource.id(before)))
            .toList();
    for (ObjectNode exception : exceptions) {
      events.remove(GoogleResource.id(exception));
      GoogleResource.moveAlong(exception, before, after);
      put("MOVED", exception);
    }
  }

  private Stream<ObjectNode> untouched(ObjectNode master, Instant end) {
    return new GoogleSeries(master)
        .before(end).stream().filter(one -> !has(GoogleResource.id(one)));
  }

  /** An occurrence that nobody has touched has its series' version. */
  private ObjectNode untouched(String id) {
    int mark = id.lastIndexOf('_');
    ObjectNode master = mark < 0 ? null : events.get(id.substring(0, mark));
    if (master == null || GoogleResource.isCancelled(master) || !GoogleSeries.isOne(master)) {
      throw GoogleError.missing();
    }
    return new GoogleSeries(master)
        .before(GoogleResource.start(master).plus(FAR)).stream()
            .filter(one -> GoogleResource.id(one).equals(id))
            .findFirst()
            .orElseThrow(GoogleError::missing);
  }

  private boolean isOrphan(ObjectNode event) {
    ObjectNode master = events.get(GoogleResource.series(event));
    return GoogleResource.isException(event)
        && (master == null || GoogleResource.isCancelled(master));
  }
}
