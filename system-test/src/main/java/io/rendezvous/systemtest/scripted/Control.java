package io.rendezvous.systemtest.scripted;

import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.http.Answering;
import io.rendezvous.systemtest.http.Asked;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code PUT /control} sets the script, {@code GET /turns/KEY} tells what a turn has cost. */
final class Control {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final String TURNS = "/turns/";

  private final Ledger ledger;
  private volatile Script script;

  Control(Script script, Ledger ledger) {
    this.script = script;
    this.ledger = ledger;
  }

  Script script() {
    return script;
  }

  void answer(Asked asked, Answering answer) throws IOException {
    if (asked.path().equals("/control")) {
      if (asked.method().equals("PUT")) {
        script = Json.MAPPER.readValue(asked.body(), Script.class);
      }
      tell(answer, script);
    } else if (asked.path().equals("/stats")) {
      tell(
          answer,
          Map.of(
              "requests",
              ledger.requests(),
              "open",
              ledger.open(),
              "tokens",
              ledger.tokens(),
              "cpuMillis",
              cpuMillis()));
    } else if (asked.path().startsWith(TURNS)) {
      var account =
          ledger.of(
              URLDecoder.decode(asked.path().substring(TURNS.length()), StandardCharsets.UTF_8));
      tell(answer, account == null ? Ledger.Account.NONE : account);
    } else {
      answer.whole(404, JSON, Chunks.error("There is nothing here."));
    }
  }

  private static void tell(Answering answer, Object what) throws IOException {
    answer.whole(200, JSON, Json.MAPPER.writeValueAsBytes(what));
  }

  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().map(cpu -> cpu.toMillis()).orElse(0L);
  }
}
