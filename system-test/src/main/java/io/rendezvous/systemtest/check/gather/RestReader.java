package io.rendezvous.systemtest.check.gather;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.systemtest.check.evidence.Shown;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.evidence.Submission.Accepted;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.Client;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads what the gateway shows a user. */
final class RestReader {
  private static final String EVENTS =
      "/api/v1/calendars/personal/events?from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&limit=100";

  private final Recorder user;
  private final Client client;

  RestReader(Recorder user) {
    this.user = user;
    this.client = user.client();
  }

  Shown read() throws IOException, InterruptedException {
    List<JsonNode> conversations = all("/api/v1/conversations?limit=100");
    var messages = new ArrayList<JsonNode>();
    for (JsonNode conversation : conversations) {
      String id = conversation.path("id").asString("");
      messages.addAll(all("/api/v1/conversations/" + id + "/messages?limit=100"));
    }
    return new Shown(user.user(), turns(), conversations, messages, all(EVENTS));
  }

  private Map<TurnId, JsonNode> turns() throws IOException, InterruptedException {
    var turns = new HashMap<TurnId, JsonNode>();
    for (Submission submission : user.record().submissions()) {
      if (submission.answer() instanceof Accepted(TurnId turn)) {
        Answer answer = client.get("/api/v1/turns/" + turn);
        // An unknown turn is a finding, and shows as what it answered.
        turns.put(turn, answer.json());
      }
    }
    return turns;
  }

  private List<JsonNode> all(String path) throws IOException, InterruptedException {
    var items = new ArrayList<JsonNode>();
    String cursor = "";
    do {
      String page = cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor);
      Answer answer = client.get(path + page);
      if (answer.status() != 200) {
        throw new IOException("Expected a list at " + path + ", but " + answer);
      }
      answer.items().forEach(items::add);
      cursor = answer.json().path("nextCursor").asString("");
    } while (!cursor.isEmpty());
    return items;
  }

  private static String encoded(String cursor) {
    return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
  }
}
