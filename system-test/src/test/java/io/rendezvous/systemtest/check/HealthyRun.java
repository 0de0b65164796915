package io.rendezvous.systemtest.check;

import static java.util.stream.Collectors.toMap;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.check.evidence.ClientRecord;
import io.rendezvous.systemtest.check.evidence.Connection;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Logged;
import io.rendezvous.systemtest.check.evidence.Logs;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.evidence.Shown;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.evidence.Texts;
import io.rendezvous.systemtest.client.SseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A run in which nothing went wrong; tests plant what is to be found. */
final class HealthyRun {
  static final Booking BOOKING = new Booking();
  static final BookingItems ITEMS = new BookingItems(BOOKING);

  private HealthyRun() {}

  static Evidence evidence() {
    return new Evidence(
        Booking.MARKS,
        logs(BOOKING.history()),
        texts(BOOKING.history()),
        ITEMS.all(),
        List.of(shown("completed", BookingItems.STARTS)),
        List.of(client(stream())),
        null,
        null,
        List.of());
  }

  static Evidence with(List<Logged<Decision>> history) {
    return evidence().with(logs(history));
  }

  static Logs logs(List<Logged<Decision>> history) {
    return new Logs(
        history,
        List.of(BOOKING.toolFinished(0)),
        List.of(BOOKING.toolCall(0)),
        List.of(),
        List.of(),
        List.of());
  }

  /** As the key of the booking's user opens them. */
  static Texts texts(List<Logged<Decision>> history) {
    return new Texts(
        history.stream()
            .flatMap(record -> Texts.in(record.json()).stream())
            .distinct()
            .collect(
                toMap(
                    text -> new Texts.Sealed(BOOKING.user, text),
                    text -> text.sealed().substring("sealed:".length()))));
  }

  static Shown shown(String status, long start) {
    String event =
        """
        {"id": "%s", "etag": "%s", "start": "%s", "end": "%s"}
        """
            .formatted(
                BOOKING.event,
                BOOKING.etag,
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(BookingItems.STARTS + 3600));
    return new Shown(
        BOOKING.user,
        Map.of(
            BOOKING.turn,
            json("{\"status\": \"" + status + "\", \"answer\": \"" + Booking.ANSWER + "\"}")),
        List.of(json("{\"id\": \"" + BOOKING.conversation + "\"}")),
        List.of(json("{\"turnId\": \"" + BOOKING.turn + "\"}")),
        List.of(json(event)));
  }

  static ClientRecord client(RecordedStream... streams) {
    var accepted = new Submission.Accepted(BOOKING.turn);
    return new ClientRecord(
        BOOKING.user, List.of(new Submission("key", "{}", 1, accepted)), List.of(streams));
  }

  /** A stream that was cut within the text and resumed. */
  static RecordedStream stream() {
    return new RecordedStream(
        BOOKING.conversation,
        List.of(
            new Connection(Connection.Kind.TURN, null, firstPart(), "cut"),
            new Connection(Connection.Kind.CONVERSATION, "8.a2.5", secondPart(), "over")),
        true);
  }

  /** The same with other events after the cut. */
  static Evidence withSecondPart(List<SseEvent> events) {
    var stream =
        new RecordedStream(
            BOOKING.conversation,
            List.of(
                new Connection(Connection.Kind.TURN, null, firstPart(), "cut"),
                new Connection(Connection.Kind.CONVERSATION, "8.a2.5", events, "over")),
            true);
    return evidence().withClients(List.of(client(stream)));
  }

  static List<SseEvent> firstPart() {
    return List.of(
        event("2", "turn.accepted", "\"conversationId\": \"" + BOOKING.conversation + "\""),
        event("6", "tool.started", call()),
        event("7", "tool.finished", call()),
        delta("8.a2.5", "C'est"));
  }

  static List<SseEvent> secondPart() {
    return List.of(
        delta("8.a2.10", " fait"),
        event("9", "message", "\"role\": \"ASSISTANT\", \"text\": \"" + Booking.ANSWER + "\""),
        event("10", "turn.ended", "\"status\": \"completed\""));
  }

  static SseEvent delta(String id, String text) {
    return event(id, "text.delta", "\"text\": \"" + text + "\"");
  }

  static SseEvent event(String id, String name, String fields) {
    return new SseEvent(id, name, "{\"turnId\": \"" + BOOKING.turn + "\", " + fields + "}");
  }

  static <T> List<T> without(List<T> all, int index) {
    var rest = new ArrayList<>(all);
    rest.remove(index);
    return rest;
  }

  static <T> List<T> plus(List<T> all, int index, T more) {
    var longer = new ArrayList<>(all);
    longer.add(index, more);
    return longer;
  }

  private static String call() {
    return "\"callId\": \"" + BOOKING.call + "\", \"name\": \"create_event\"";
  }

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text);
  }
}
