package io.rendezvous.systemtest.check.recording;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.Client;
import java.io.IOException;
import java.util.List;

/** Sends one prompt with one key until there is an answer. */
final class Sending {
  private final Rounds rounds;
  private final String body;
  private final String key;

  Sending(List<Client> gateways, Patience patience, String body, String key) {
    this.rounds = new Rounds(gateways, patience);
    this.body = body;
    this.key = key;
  }

  Submission send() throws InterruptedException {
    String trouble = "";
    while (rounds.goOn()) {
      try {
        Answer answer = rounds.next().post("/api/v1/prompts", body, "Idempotency-Key", key);
        if (answer.status() == 202) {
          return told(new Submission.Accepted(new TurnId(answer.text("turnId"))));
        }
        if (!Rounds.passing(answer.status())) {
          return told(new Submission.Refused(answer.status(), answer.text("code")));
        }
        trouble = answer.status() + " " + answer.body();
      } catch (IOException cut) {
        trouble = cut.toString();
      }
    }
    return told(new Submission.Unknown(trouble));
  }

  private Submission told(Submission.Answer answer) {
    return new Submission(key, body, rounds.attempts(), answer);
  }
}
