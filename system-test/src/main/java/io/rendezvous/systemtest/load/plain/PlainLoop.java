package io.rendezvous.systemtest.load.plain;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.ChatModel;
import io.rendezvous.orchestrator.model.ModelException;
import io.rendezvous.orchestrator.model.provider.Prices;
import io.rendezvous.orchestrator.model.provider.Provider;
import io.rendezvous.orchestrator.model.provider.ProviderAccess;
import io.rendezvous.orchestrator.model.provider.ProviderHttp;
import io.rendezvous.orchestrator.model.provider.ProviderLimits;
import io.rendezvous.orchestrator.model.provider.ProviderModel;
import io.rendezvous.systemtest.http.Answering;
import io.rendezvous.systemtest.http.Asked;
import io.rendezvous.systemtest.http.SmallServer;
import io.rendezvous.systemtest.process.Child;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The plain loop as a server: the model's address, the tables' endpoint and prefix, then the file
 * of SQLite, or nothing to keep conversations in memory.
 */
public final class PlainLoop {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final TurnLoop turns;

  private PlainLoop(TurnLoop turns) {
    this.turns = turns;
  }

  public static void main(String[] arguments) throws SQLException {
    Memory memory =
        arguments.length > 3 ? new SqliteMemory(Path.of(arguments[3])) : new Forgetful();
    var calendar = new CalendarReader(URI.create(arguments[1]), arguments[2]);
    var loop = new PlainLoop(new TurnLoop(model(arguments[0]), memory, calendar));
    Child.serving(SmallServer.start(0, loop::handle).baseUrl());
  }

  /** The product's own way to a model of OpenAI's protocol. */
  static ChatModel model(String baseUrl) {
    return new ProviderModel(
        new ProviderAccess(
            Provider.OPENAI,
            baseUrl,
            "scripted",
            "scripted",
            Map.of(),
            Prices.FREE,
            ProviderLimits.DEFAULT),
        new ProviderHttp(CONNECT),
        InstantSource.system());
  }

  private void handle(Asked asked, Answering answer) throws IOException, InterruptedException {
    JsonNode body = Json.MAPPER.readTree(asked.body());
    JsonNode known = body.path("conversationId");
    var conversation = known.isString() ? new ConversationId(known.asString()) : newConversation();
    var turn = TurnId.of(conversation, UUID.randomUUID().toString());
    var client = new Telling(answer, turn.value());
    client.accepted(conversation.value());
    try {
      turns.run(conversation, turn, body.path("text").asString(""), client);
      client.ended("completed");
    } catch (ModelException e) {
      client.ended("failed");
    }
  }

  private static ConversationId newConversation() {
    String id = UUID.randomUUID().toString();
    return new ConversationId("c" + Ids.derive("local", id) + "-" + Ids.derive("mark", id));
  }
}
