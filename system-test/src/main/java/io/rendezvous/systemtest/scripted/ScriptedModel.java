package io.rendezvous.systemtest.scripted;

import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.http.Answering;
import io.rendezvous.systemtest.http.Asked;
import io.rendezvous.systemtest.http.SmallServer;
import io.rendezvous.systemtest.process.Child;
import java.io.IOException;

/**
 * A server with OpenAI's streaming wire that answers by a script: {@code ScriptedModel [PORT
 * [SCRIPT]]}, the script as JSON. Nothing of a request is kept but a few numbers a turn.
 */
public final class ScriptedModel implements AutoCloseable {
  private static final int REMEMBERED_TURNS = 200_000;

  private final Ledger ledger = new Ledger(REMEMBERED_TURNS);
  private final Control control;
  private final SmallServer server;

  private ScriptedModel(int port, Script script) {
    this.control = new Control(script, ledger);
    this.server = SmallServer.start(port, this::handle);
  }

  /** Serves in this process; port 0 takes a free one. */
  public static ScriptedModel start(int port, Script script) {
    return new ScriptedModel(port, script);
  }

  public static void main(String[] arguments) {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
    Script script =
        arguments.length > 1 ? Json.MAPPER.readValue(arguments[1], Script.class) : Script.USUAL;
    Child.serving(start(port, script).server.baseUrl());
  }

  /** What goes into OPENAI_BASE_URL. */
  public String baseUrl() {
    return server.baseUrl() + "/v1";
  }

  private void handle(Asked asked, Answering answer) throws IOException, InterruptedException {
    if (asked.path().endsWith("/chat/completions")) {
      ledger.began();
      try {
        new Reply(control.script(), Question.read(asked.body()), ledger).to(answer);
      } finally {
        ledger.ended();
      }
    } else {
      control.answer(asked, answer);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
