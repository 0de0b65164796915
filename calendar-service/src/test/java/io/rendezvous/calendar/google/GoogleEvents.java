package io.rendezvous.calendar.google;

import io.rendezvous.calendar.Period;
import io.rendezvous.common.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events of one calendar of the scripted server, each under its id, with a version that grows
 * with every write; exceptions of series are events of their own, deleted events stay as cancelled.
 */
final class GoogleEvents {
  private static final List<String> READ_ONLY =
      List.of(
          "kind",
          "id",
          "htmlLink",
          "created",
          "creator",
          "organizer",
          "iCalUID",
          "eventType",
          "recurringEventId",
          "originalStartTime");

  private final String email;
  private final Map<String, ObjectNode> events = new LinkedHashMap<>();
  private final List<String> mails = new ArrayList<>();
  private final List<String> writes = new ArrayList<>();
  private long version;
  private long oldestToken;

  GoogleEvents(String email) {
    this.email = email;
  }

  /** To whom mails were sent, one entry a mail. */
  synchronized List<String> mails() {
    return List.copyOf(mails);
  }

  /** What was done so far, each as method and id. */
  synchronized List<String> writes() {
    return List.copyOf(writes);
  }

  /** Tokens given out so far are too old. */
  synchronized void forgetTokens() {
    version++;
    oldestToken = version;
  }

  /** Forgets a deleted event for good. */
  synchronized void purge(String id) {
    events.remove(id);
  }

  /** Whatever anybody else does to an event; the id may be an occurrence's. */
  synchronized ObjectNode edit(String id, Consumer<ObjectNode> change) {
    ObjectNode event = get(id);
    change.accept(event);
    return store("EDIT", event, false);
  }

  synchronized ObjectNode insert(ObjectNode body, boolean told) {
    String id = body.path("id").asString("generated" + version);
    if (!id.matches("[a-v0-9]{5,1024}")) {
      throw GoogleError.invalid();
    }
    checkTimes(body);
    if (events.containsKey(id)) {
      throw new GoogleError(409, "duplicate");
    }
    ObjectNode event = body.deepCopy().put("id", id).put("kind", "calendar#event");
    event.put("created", "2026-11-01T00:00:00.000Z").put("iCalUID", id + "@google.com");
    event.put("htmlLink", "https://calendar.example.com/event?eid=" + id);
    event.put("eventType", "default").put("sequence", 0);
    event.putObject("creator").put("email", email).put("self", true);
    event.putObject("organizer").put("email", email).put("self", true);
    return store("POST", event, told);
  }

  synchronized ObjectNode get(String id) {
    ObjectNode event = events.get(id);
    if (event == null) {
      return virtual(id);
    }
    return event.has("recurringEventId") && !hasSeries(event)
        ? event.deepCopy().put("status", "cancelled")
        : event.deepCopy();
  }

  synchronized ObjectNode update(String id, ObjectNode body, String ifMatch, boolean told) {
    ObjectNode now = get(id);
    check(now, ifMatch);
    checkTimes(body);
    int sequence = now.path("sequence").asInt(0);
    // One that is left out is taken for none by some methods; it is always to be told here.
    if (body.path("sequence").asInt(0) < sequence) {
      throw new GoogleError(400, "invalid");
    }
    ObjectNode event = body.deepCopy();
    for (String field : READ_ONLY) {
      event.remove(field);
      if (now.has(field)) {
        event.set(field, now.get(field));
      }
    }
    boolean moved = !now.path("start").equals(event.path("start"));
    event.put("sequence", moved ? sequence + 1 : sequence);
    if (moved && GoogleSeries.isOne(now)) {
      moveExceptions(now, event);
    }
    return store("PUT", event, told);
  }

  synchronized void delete(String id, String ifMatch, boolean told) {
    ObjectNode now = get(id);
    if (isCancelled(now)) {
      throw new GoogleError(410, "deleted");
    }
    check(now, ifMatch);
    ObjectNode gone = now.deepCopy();
    if (now.has("recurringEventId")) {
      // Of a cancelled exception no more than this is promised.
      gone = Json.MAPPER.createObjectNode();
      for (String field : List.of("id", "kind", "recurringEventId", "originalStartTime")) {
        gone.set(field, now.get(field));
      }
    }
    gone.put("status", "cancelled");
    tell(now, told);
    store("DELETE", gone, false);
  }

  synchronized ObjectNode list(GoogleRequest request) {
    return request.query().containsKey("syncToken") || !request.is("singleEvents")
        ? GooglePages.of(request, changed(request), "s" + version)
        : GooglePages.of(request, occurring(request), null);
  }

  synchronized List<Period> busy(Period asked) {
    return occurrences(asked.to()).stream()
        .filter(event -> !"transparent".equals(event.path("transparency").asString()))
        .map(
            event ->
                new Period(
                    GoogleTimes.instant(event.path("start")),
                    GoogleTimes.instant(event.path("end"))))
        .filter(period -> period.to().isAfter(asked.from()))
        .toList();
  }

  private List<ObjectNode> changed(GoogleRequest request) {
    String token = request.query().getOrDefault("syncToken", "s0");
    if (!token.matches("s\\d+") || request.query().containsKey("timeMin")) {
      throw GoogleError.invalid();
    }
    long since = Long.parseLong(token.substring(1));
    boolean first = !request.query().containsKey("syncToken");
    if (!first && since < oldestToken) {
      throw new GoogleError(410, "fullSyncRequired");
    }
    String uid = request.query().get("iCalUID");
    return events.values().stream()
        .filter(event -> version(event) > since)
        .filter(event -> uid == null || uid.equals(uidOf(event)))
        .filter(event -> !isCancelled(event) || !first || request.is("showDeleted"))
        .map(ObjectNode::deepCopy)
        .sorted(Comparator.comparing(GoogleEvents::version))
        .toList();
  }

  private List<ObjectNode> occurring(GoogleRequest request) {
    Instant from = Instant.parse(request.query().getOrDefault("timeMin", "2000-01-01T00:00:00Z"));
    Instant to = Instant.parse(request.query().getOrDefault("timeMax", "2100-01-01T00:00:00Z"));
    return occurrences(to).stream()
        .filter(event -> GoogleTimes.instant(event.path("end")).isAfter(from))
        .sorted(Comparator.comparing(event -> GoogleTimes.instant(event.path("start"))))
        .toList();
  }

  private List<ObjectNode> occurrences(Instant end) {
    return events.values().stream()
        .filter(event -> !isCancelled(event))
        .filter(event -> !event.has("recurringEventId") || hasSeries(event))
        .flatMap(event -> GoogleSeries.isOne(event) ? regular(event, end) : Stream.of(event))
        .filter(event -> GoogleTimes.instant(event.path("start")).isBefore(end))
        .map(ObjectNode::deepCopy)
        .toList();
  }

  private Stream<ObjectNode> regular(ObjectNode master, Instant end) {
    return new GoogleSeries(master)
        .before(end).stream().filter(one -> !events.containsKey(one.path("id").asString()));
  }

  private boolean hasSeries(ObjectNode exception) {
    ObjectNode master = events.get(exception.path("recurringEventId").asString());
    return master != null && !isCancelled(master);
  }

  /** An occurrence that nobody has touched has its series' version. */
  private ObjectNode virtual(String id) {
    int mark = id.lastIndexOf('_');
    ObjectNode master = mark < 0 ? null : events.get(id.substring(0, mark));
    if (master == null || isCancelled(master) || !GoogleSeries.isOne(master)) {
      throw GoogleError.missing();
    }
    return new GoogleSeries(master)
        .before(GoogleTimes.instant(master.path("start")).plus(Duration.ofDays(3_660))).stream()
            .filter(one -> one.path("id").asString().equals(id))
            .findFirst()
            .orElseThrow(GoogleError::missing);
  }

  /**
   * The reference only says that exceptions are kept. Here they keep their place in the series, and
   * their own time where that was another.
   */
  private void moveExceptions(ObjectNode before, ObjectNode after) {
    Duration by =
        Duration.between(
            GoogleTimes.wall(before.path("start")), GoogleTimes.wall(after.path("start")));
    String series = before.path("id").asString();
    List<ObjectNode> exceptions =
        events.values().stream()
            .filter(event -> event.path("recurringEventId").asString("").equals(series))
            .toList();
    for (ObjectNode exception : exceptions) {
      events.remove(exception.path("id").asString());
      JsonNode own = exception.path("originalStartTime");
      ObjectNode original = GoogleTimes.at(after.path("start"), GoogleTimes.wall(own).plus(by));
      if (exception.has("start")
          && GoogleTimes.instant(own).equals(GoogleTimes.instant(exception.path("start")))) {
        exception.set("start", original.deepCopy());
        LocalDateTime end = GoogleTimes.wall(exception.path("end")).plus(by);
        exception.set("end", GoogleTimes.at(after.path("end"), end));
      }
      exception.set("originalStartTime", original);
      exception.put("id", series + "_" + GoogleTimes.key(original));
      store("MOVED", exception, false);
    }
  }

  private static void checkTimes(ObjectNode event) {
    if (!event.has("start") || !event.has("end") || !GoogleSeries.isLegal(event)) {
      throw GoogleError.invalid();
    }
  }

  private static void check(ObjectNode event, String ifMatch) {
    if (ifMatch != null && !ifMatch.equals(event.path("etag").asString())) {
      throw new GoogleError(412, "conditionNotMet");
    }
  }

  private ObjectNode store(String method, ObjectNode event, boolean told) {
    version++;
    event.put("etag", "\"" + version + "\"").put("updated", Instant.EPOCH.toString());
    if (!event.has("status")) {
      event.put("status", "confirmed");
    }
    if ("opaque".equals(event.path("transparency").asString(""))) {
      event.remove("transparency");
    }
    if (!event.has("reminders") && !isCancelled(event)) {
      event.putObject("reminders").put("useDefault", true);
    }
    people(event);
    events.put(event.path("id").asString(), event);
    writes.add(method + " " + event.path("id").asString());
    tell(event, told);
    return event.deepCopy();
  }

  private void people(ObjectNode event) {
    for (JsonNode one : event.path("attendees")) {
      var attendee = (ObjectNode) one;
      if (attendee.path("email").asString().equals(email)) {
        attendee.put("self", true);
      }
      if (!attendee.has("responseStatus")) {
        attendee.put("responseStatus", "needsAction");
      }
    }
  }

  private void tell(ObjectNode event, boolean told) {
    for (JsonNode attendee : event.path("attendees")) {
      if (told && !attendee.path("self").asBoolean(false)) {
        mails.add(attendee.path("email").asString());
      }
    }
  }

  /** The exceptions of a series have that of the series. */
  private static String uidOf(ObjectNode event) {
    String series = event.path("recurringEventId").asString(event.path("id").asString());
    return series + "@google.com";
  }

  private static long version(ObjectNode event) {
    return Long.parseLong(event.path("etag").asString().replace("\"", ""));
  }

  private static boolean isCancelled(ObjectNode event) {
    return event.path("status").asString("").equals("cancelled");
  }
}
