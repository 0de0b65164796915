package io.rendezvous.orchestrator.model;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.TurnUndone;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.check.Evidence;
import io.rendezvous.orchestrator.model.check.LinkGuard;
import io.rendezvous.orchestrator.prompt.SummaryPrompt;
import io.rendezvous.orchestrator.prompt.SystemPrompt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model call with its texts opened. */
final class OpenedCall {
  private static final String NOTHING_KNOWN =
      "nothing is known of this call, since its turn ended before it did; it may still happen";

  private static final String UNDONE =
      "(No word of the user's: the request before was broken off, and what it had done was undone"
          + " as far as told here. ";

  private static final String NOT_UNDONE =
      "(No word of the user's: the request before was broken off, and what it had done could not be"
          + " undone. ";

  private static final String REJECTED =
      "The user was asked and said no; nothing was done. Do not try it again; ask what is wanted"
          + " instead.";

  private static final String EXPIRED =
      "The user was asked and did not approve in time; nothing was done. Say so, and try again only"
          + " if that is wanted.";

  private final Vault vault;
  private final UserId user;

  private OpenedCall(Vault vault, UserId user) {
    this.vault = vault;
    this.user = user;
  }

  /**
   * @throws IllegalArgumentException if a text does not open, since its user's key is gone
   */
  static ModelRequest of(ModelCall call, Vault vault) {
    var opened = new OpenedCall(vault, call.user());
    return switch (call.purpose()) {
      case ANSWER -> opened.answer(call);
      case SUMMARY -> opened.summary(call);
    };
  }

  private ModelRequest answer(ModelCall call) {
    String systemPrompt = systemPrompt(call);
    List<ModelMessage> messages = call.messages().stream().map(this::message).toList();
    return new ModelRequest(
        call.purpose(),
        call.askedAt(),
        call.deadline(),
        call.preferences(),
        systemPrompt,
        messages,
        ToolCatalogue.ALL.stream().filter(tool -> call.preferences().allows(tool.name())).toList(),
        call.parameters(),
        new Evidence(
            canary(call),
            new Successes(call, this::calls).known(),
            addresses(systemPrompt, messages)));
  }

  /** What the model said itself is no evidence; it was shown of it what was found harmless. */
  private static Set<String> addresses(String systemPrompt, List<ModelMessage> messages) {
    var addresses = new HashSet<>(LinkGuard.addresses(systemPrompt));
    for (ModelMessage message : messages) {
      switch (message) {
        case ModelMessage.FromUser(var text) -> addresses.addAll(LinkGuard.addresses(text));
        case ModelMessage.FromService(var text, _) -> addresses.addAll(LinkGuard.addresses(text));
        case ModelMessage.FromTool tool -> addresses.addAll(LinkGuard.addresses(tool.result()));
        case ModelMessage.FromAssistant _ -> {}
      }
    }
    return addresses;
  }

  /** As one text: no provider minds how calls and answers follow each other in it. */
  private ModelRequest summary(ModelCall call) {
    var transcript =
        new Transcript(text(call.summary()), call.messages().stream().map(this::message).toList());
    return new ModelRequest(
        call.purpose(),
        call.askedAt(),
        call.deadline(),
        call.preferences(),
        SummaryPrompt.of(call.preferences().language()),
        List.of(new ModelMessage.FromUser(transcript.toString())),
        List.of(),
        call.parameters(),
        Evidence.NONE);
  }

  /** The same in a whole conversation, so that providers may keep the prompt in their caches. */
  private static String canary(ModelCall call) {
    return "rdv-" + Ids.derive("canary", call.conversation().value());
  }

  private String systemPrompt(ModelCall call) {
    Preferences preferences = call.preferences();
    return SystemPrompt.of(
        call.askedAt(),
        preferences,
        canary(call),
        text(preferences.goals()),
        text(call.summary()),
        Stream.of(preferences.systemPrompt(), call.systemPrompt())
            .filter(Objects::nonNull)
            .map(own -> vault.open(user, own))
            .toList());
  }

  private ModelMessage message(ChatMessage message) {
    return switch (message) {
      case UserSaid(_, var text) -> new ModelMessage.FromUser(vault.open(user, text));
      case AssistantSaid said -> new ModelMessage.FromAssistant(text(said.text()), calls(said));
      case ToolAnswered answer ->
          new ModelMessage.FromTool(
              answer.call(),
              answer.name(),
              result(answer),
              answer.result() != null && answer.failure() == null);
      case TurnUndone undone -> new ModelMessage.FromService(note(undone), isDone(undone));
    };
  }

  private static boolean isDone(TurnUndone undone) {
    return undone.result() != null && undone.failure() == null;
  }

  private String note(TurnUndone undone) {
    String result = text(undone.result());
    return (isDone(undone) ? UNDONE : NOT_UNDONE)
        + (result == null ? String.valueOf(undone.failure()) : result)
        + ")";
  }

  private List<ModelToolCall> calls(AssistantSaid said) {
    var calls = new ArrayList<ModelToolCall>();
    for (var request : said.calls()) {
      CallId id = said.callIds().get(calls.size());
      calls.add(new ModelToolCall(id, request.name(), vault.open(user, request.arguments())));
    }
    return calls;
  }

  private String result(ToolAnswered answer) {
    String result = text(answer.result());
    if (result != null) {
      return result;
    }
    return switch (answer.failure()) {
      case null -> NOTHING_KNOWN;
      case REJECTED -> failed(ToolFailure.REJECTED, REJECTED);
      case EXPIRED -> failed(ToolFailure.EXPIRED, EXPIRED);
      case UNKNOWN_TOOL,
          INVALID_ARGUMENTS,
          NOT_FOUND,
          CONFLICT,
          UNAUTHORIZED,
          UNAVAILABLE,
          INTERNAL ->
          answer.failure().name();
    };
  }

  /** As tools tell it: the decider, who refuses these, seals no text. */
  private static String failed(ToolFailure failure, String words) {
    return Json.MAPPER.writeValueAsString(new CalendarResult.Failed(failure.name(), words));
  }

  private @Nullable String text(@Nullable Personal sealed) {
    return sealed == null ? null : vault.open(user, sealed);
  }
}
