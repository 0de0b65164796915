package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.TurnUndone;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model is shown of a conversation. */
public record ModelContext(
    Instant askedAt,
    Preferences preferences,
    @Nullable Personal systemPrompt,
    @Nullable Personal summary,
    List<ChatMessage> messages) {

  /** What a summary may take: nobody waits for it. */
  private static final Duration SUMMARY_TIME = Duration.ofMinutes(5);

  /** What a turn that runs would be asked now. */
  static ModelContext of(Conversation conversation, Preferences preferences) {
    List<ChatMessage> messages = paired(fromAPrompt(conversation.window().messages()));
    Personal system = conversation.systemPrompt();
    return new ModelContext(
        conversation.time(), preferences, system, summary(conversation), messages);
  }

  /** What is to be summarised, up to a message. */
  static ModelContext toSummarize(
      Conversation conversation, long through, Preferences preferences) {
    List<ChatMessage> messages =
        conversation.window().entries().stream()
            .filter(entry -> entry.number() <= through)
            .map(Window.Entry::message)
            .toList();
    return new ModelContext(
        conversation.time(), preferences, null, summary(conversation), paired(messages));
  }

  private static @Nullable Personal summary(Conversation conversation) {
    return conversation.summary() == null ? null : conversation.summary().text();
  }

  /**
   * The request of a conversation that waits for this ask, whose event had this sequence number.
   */
  public static ModelCall call(Conversation conversation, AwaitingModel awaited, long askSequence) {
    Turn turn = awaited.turn();
    ModelContext context = of(conversation, turn.preferences());
    return new ModelCall(
        conversation.owner(),
        turn.id(),
        awaited.round(),
        awaited.ask(),
        askSequence,
        ModelPurpose.ANSWER,
        context.askedAt,
        turn.deadline(),
        context.preferences,
        context.systemPrompt,
        context.summary,
        context.messages,
        ToolCatalogue.HASH,
        null);
  }

  /** The request for a summary, whose event had this sequence number. */
  public static ModelCall summaryCall(
      Conversation conversation, Summarizing asked, long askSequence) {
    ModelContext context = toSummarize(conversation, asked.through(), asked.preferences());
    return new ModelCall(
        conversation.owner(),
        asked.turn(),
        0,
        asked.ask(),
        askSequence,
        ModelPurpose.SUMMARY,
        context.askedAt,
        asked.since().plus(SUMMARY_TIME),
        context.preferences,
        null,
        context.summary,
        context.messages,
        ToolCatalogue.HASH,
        null);
  }

  /** A digest of all that is shown, by which the exact request is known for ever. */
  String digest() {
    return RequestDigest.of(askedAt, preferences, systemPrompt, summary, messages);
  }

  /** From the first prompt on: some providers take nothing else as a beginning. */
  private static List<ChatMessage> fromAPrompt(List<ChatMessage> messages) {
    return messages.stream().dropWhile(message -> !(message instanceof UserSaid)).toList();
  }

  /**
   * Every call is followed by its answer, as all providers demand: by the one that came, however
   * late, else by one that says that nothing is known. Answers whose call has left the window go
   * with it.
   */
  private static List<ChatMessage> paired(List<ChatMessage> messages) {
    Map<CallId, ToolAnswered> answers = new HashMap<>();
    for (ChatMessage message : messages) {
      if (message instanceof ToolAnswered answer) {
        answers.put(answer.call(), answer);
      }
    }
    var paired = new ArrayList<ChatMessage>();
    for (ChatMessage message : messages) {
      switch (message) {
        case UserSaid said -> paired.add(said);
        case TurnUndone undone -> paired.add(undone);
        case AssistantSaid said -> {
          paired.add(said);
          for (CallId call : said.callIds()) {
            String name = said.calls().get(said.callIds().indexOf(call)).name();
            paired.add(answers.getOrDefault(call, new ToolAnswered(call, name, null, null)));
          }
        }
        case ToolAnswered _ -> {}
      }
    }
    return paired;
  }
}
