package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelMessage.FromAssistant;
import io.rendezvous.orchestrator.model.ModelMessage.FromTool;
import io.rendezvous.orchestrator.model.ModelMessage.FromUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;

/** Conversations of any text at all: torn sentences, odd characters, results that fit nothing. */
final class RandomTalk {
  private static final CallId CALL =
      CallId.of(TurnId.of(new ConversationId("c0123456789abcdef-0123456789abcdef"), "key"), 1, 0);

  private static final List<String> TEXTS =
      Script.read("conversations.txt").stream()
          .flatMap(script -> script.lines().stream())
          .map(line -> new Calendar(Locale.FRENCH).fill(line.what()))
          .toList();

  private final Random random;

  private RandomTalk(long seed) {
    this.random = new Random(seed);
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  static List<ModelMessage> of(long seed) {
    return new RandomTalk(seed).messages();
  }

  private List<ModelMessage> messages() {
    var messages = new ArrayList<ModelMessage>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      messages.add(
          switch (random.nextInt(5)) {
            case 0 -> new FromAssistant(text(), List.of());
            case 1 -> new FromTool(CALL, "list_events", text(), random.nextBoolean());
            default -> new FromUser(text());
          });
    }
    return messages;
  }

  private String text() {
    String whole = TEXTS.get(random.nextInt(TEXTS.size()));
    if (random.nextInt(4) == 0 || whole.isEmpty()) {
      return whole;
    }
    var torn = new StringBuilder();
    for (int piece = random.nextInt(4); piece >= 0; piece--) {
      String other = TEXTS.get(random.nextInt(TEXTS.size()));
      int from = random.nextInt(other.length());
      torn.append(other, from, from + random.nextInt(other.length() - from) + 1);
      torn.append((char) random.nextInt(Character.MAX_VALUE)).append(' ');
    }
    return torn.toString();
  }
}
