package io.rendezvous.testsupport.google;

import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One account of the scripted server: its calendars, and what it may know of other people. */
public final class GoogleAccount {
  /** The address that every account here has. */
  public static final String EMAIL = "ana@example.com";

  private final Map<String, GoogleEvents> calendars = new LinkedHashMap<>();
  private final Map<String, String> roles = new LinkedHashMap<>();
  private final Map<String, List<Busy>> others = new LinkedHashMap<>();

  private final GoogleEvents primary = share(EMAIL, "owner");

  /** The account's primary calendar. */
  public GoogleEvents primary() {
    return primary;
  }

  public synchronized GoogleEvents share(String calendar, String role) {
    roles.put(calendar, role);
    return calendars.computeIfAbsent(calendar, _ -> new GoogleEvents(EMAIL));
  }

  public synchronized void knows(String email, List<Busy> busy) {
    others.put(email, busy);
  }

  synchronized String answer(GoogleRequest request) {
    List<String> path = request.path();
    return switch (path.getFirst()) {
      case "users" -> calendarList(request).toString();
      case "freeBusy" -> freeBusy(request.body()).toString();
      case "calendars" -> events(request, path.get(1), path.size() > 3 ? path.get(3) : "");
      default -> throw GoogleError.missing();
    };
  }

  private String events(GoogleRequest request, String calendar, String event) {
    GoogleEvents events = calendars.get(calendar.equals("primary") ? EMAIL : calendar);
    if (events == null) {
      throw GoogleError.missing();
    }
    boolean told = "all".equals(request.query().get("sendUpdates"));
    return switch (request.method()) {
      case "GET" ->
          event.isEmpty() ? events.list(request).toString() : events.get(event).toString();
      case "POST" -> events.insert(request.body(), told).toString();
      case "PUT" -> events.update(event, request.body(), request.ifMatch(), told).toString();
      case "DELETE" -> {
        events.delete(event, request.ifMatch(), told);
        yield "";
      }
      default -> throw GoogleError.missing();
    };
  }

  private ObjectNode calendarList(GoogleRequest request) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode items = answer.putArray("items");
    List<String> all = List.copyOf(calendars.keySet()).reversed();
    int from = Integer.parseInt(request.query().getOrDefault("pageToken", "0"));
    // One at a time, so that whoever reads the first page only is found out.
    String calendar = all.get(from);
    items
        .addObject()
        .put("id", calendar)
        .put("summary", "Calendar " + calendar)
        .put("timeZone", "Europe/Paris")
        .put("accessRole", roles.get(calendar))
        .put("primary", calendar.equals(EMAIL));
    if (from + 1 < all.size()) {
      answer.put("nextPageToken", Integer.toString(from + 1));
    }
    return answer;
  }

  private ObjectNode freeBusy(ObjectNode request) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ObjectNode found = answer.putObject("calendars");
    var asked =
        new Busy(
            Instant.parse(request.path("timeMin").asString()),
            Instant.parse(request.path("timeMax").asString()));
    for (JsonNode item : request.path("items")) {
      String id = item.path("id").asString();
      ObjectNode one = found.putObject(id);
      ArrayNode busy = one.putArray("busy");
      if (calendars.containsKey(id)) {
        calendars.get(id).busy(asked).forEach(period -> add(busy, period));
      } else if (others.containsKey(id)) {
        others.get(id).forEach(period -> add(busy, period));
      } else {
        one.putArray("errors").addObject().put("domain", "global").put("reason", "notFound");
      }
    }
    return answer;
  }

  private static void add(ArrayNode busy, Busy period) {
    busy.addObject().put("start", period.from().toString()).put("end", period.to().toString());
  }
}
