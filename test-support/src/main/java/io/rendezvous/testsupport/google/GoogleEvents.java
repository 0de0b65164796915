package io.rendezvous.testsupport.google;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** One calendar of the scripted server, as the reference of {@code events} has it. */
public final class GoogleEvents {
  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  private final GoogleShelf shelf;
  private final String email;
  private long oldestToken;

  GoogleEvents(String email) {
    this.shelf = new GoogleShelf(email);
    this.email = email;
  }

  /** To whom mails were sent, one entry a mail. */
  public synchronized List<String> mails() {
    return shelf.mails();
  }

  /** What was done so far, each as method and id. */
  public synchronized List<String> writes() {
    return shelf.writes();
  }

  /** Of all events that are there, a series' occurrences each. */
  public synchronized List<String> titles() {
    return shelf.occurrences(FAR).stream()
        .map(event -> event.path("summary").asString(""))
        .toList();
  }

  /** Tokens given out so far are too old. */
  public synchronized void forgetTokens() {
    shelf.grow();
    oldestToken = shelf.version();
  }

  /** Forgets a deleted event for good. */
  public synchronized void purge(String id) {
    shelf.purge(id);
  }

  /** Whatever anybody else does to an event; the id may be an occurrence's. */
  public synchronized void edit(String id, Consumer<ObjectNode> change) {
    ObjectNode event = shelf.get(id);
    change.accept(event);
    shelf.put("EDIT", event);
  }

  public synchronized ObjectNode get(String id) {
    return shelf.get(id);
  }

  public synchronized ObjectNode insert(ObjectNode body, boolean told) {
    String id = GoogleResource.id(body);
    check(body);
    if (!id.matches("[a-v0-9]{5,1024}")) {
      throw GoogleError.invalid();
    }
    if (shelf.has(id)) {
      throw new GoogleError(409, "duplicate");
    }
    return told(shelf.put("POST", GoogleResource.made(body, id, email)), told);
  }

  public synchronized ObjectNode update(String id, ObjectNode body, String ifMatch, boolean told) {
    ObjectNode now = shelf.get(id);
    check(now, ifMatch);
    check(body);
    int sequence = now.path("sequence").asInt(0);
    // One that is left out is taken for none by some methods; here it is always to be told.
    if (body.path("sequence").asInt(0) < sequence) {
      throw GoogleError.invalid();
    }
    ObjectNode event = GoogleResource.replaced(now, body);
    boolean moved = !now.path("start").equals(event.path("start"));
    event.put("sequence", moved ? sequence + 1 : sequence);
    if (moved && GoogleSeries.isOne(now)) {
      shelf.moveExceptions(now, event);
    }
    return told(shelf.put("PUT", event), told);
  }

  public synchronized void delete(String id, String ifMatch, boolean told) {
    ObjectNode now = shelf.get(id);
    if (GoogleResource.isCancelled(now)) {
      throw new GoogleError(410, "deleted");
    }
    check(now, ifMatch);
    shelf.put("DELETE", GoogleResource.cancelled(now));
    told(now, told);
  }

  synchronized ObjectNode list(GoogleRequest request) {
    return request.query().containsKey("syncToken") || !request.is("singleEvents")
        ? GooglePages.of(request, changed(request), "s" + shelf.version())
        : GooglePages.of(request, occurring(request), null);
  }

  synchronized List<Busy> busy(Busy asked) {
    return shelf.occurrences(asked.to()).stream()
        .filter(event -> !"transparent".equals(event.path("transparency").asString("")))
        .map(event -> new Busy(GoogleResource.start(event), GoogleResource.end(event)))
        .filter(period -> period.to().isAfter(asked.from()))
        .toList();
  }

  private List<ObjectNode> changed(GoogleRequest request) {
    String token = request.query().getOrDefault("syncToken", "s0");
    boolean first = !request.query().containsKey("syncToken");
    if (!token.matches("s\\d+") || request.query().containsKey("timeMin")) {
      throw GoogleError.invalid();
    }
    long since = Long.parseLong(token.substring(1));
    if (!first && since < oldestToken) {
      throw new GoogleError(410, "fullSyncRequired");
    }
    String uid = request.query().get("iCalUID");
    return shelf.changedSince(since).stream()
        .filter(event -> uid == null || uid.equals(GoogleResource.uid(event)))
        .filter(event -> !GoogleResource.isCancelled(event) || !first || request.is("showDeleted"))
        .toList();
  }

  private List<ObjectNode> occurring(GoogleRequest request) {
    Instant from = Instant.parse(request.query().getOrDefault("timeMin", "2000-01-01T00:00:00Z"));
    Instant to = Instant.parse(request.query().getOrDefault("timeMax", "2100-01-01T00:00:00Z"));
    return shelf.occurrences(to).stream()
        .filter(event -> GoogleResource.end(event).isAfter(from))
        .sorted(Comparator.comparing(GoogleResource::start))
        .toList();
  }

  private ObjectNode told(ObjectNode event, boolean told) {
    if (told) {
      shelf.tell(event);
    }
    return event;
  }

  private static void check(ObjectNode event) {
    if (!event.has("start") || !event.has("end") || !GoogleSeries.isLegal(event)) {
      throw GoogleError.invalid();
    }
  }

  private static void check(ObjectNode event, String ifMatch) {
    if (ifMatch != null && !ifMatch.equals(event.path("etag").asString())) {
      throw new GoogleError(412, "conditionNotMet");
    }
  }
}
