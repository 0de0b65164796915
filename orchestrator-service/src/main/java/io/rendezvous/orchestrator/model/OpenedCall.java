package io.rendezvous.orchestrator.model;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.model.check.Evidence;
import io.rendezvous.orchestrator.model.check.LinkGuard;
import io.rendezvous.orchestrator.prompt.SummaryPrompt;
import io.rendezvous.orchestrator.prompt.SystemPrompt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model call with its texts opened. */
final class OpenedCall {
  private static final String NOTHING_KNOWN =
      "nothing is known of this call, since its turn ended before it did; it may still happen";

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
        new Evidence(canary(call), succeeded(call), addresses(systemPrompt, messages)));
  }

  /** What the model said itself is no evidence; it was shown of it what was found harmless. */
  private static Set<String> addresses(String systemPrompt, List<ModelMessage> messages) {
    var addresses = new HashSet<>(LinkGuard.addresses(systemPrompt));
    for (ModelMessage message : messages) {
      switch (message) {
        case ModelMessage.FromUser(var text) -> addresses.addAll(LinkGuard.addresses(text));
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

  /** Null where a part of the turn has left the context. */
  private static @Nullable Set<String> succeeded(ModelCall call) {
    boolean whole =
        call.round() == 1
            || call.messages().stream()
                .anyMatch(
                    message ->
                        message instanceof AssistantSaid said
                            && said.turn().equals(call.turn())
                            && said.round() == 1);
    if (!whole) {
      return null;
    }
    return call.messages().stream()
        .filter(ToolAnswered.class::isInstance)
        .map(ToolAnswered.class::cast)
        .filter(answer -> answer.turn().equals(call.turn()))
        .filter(answer -> answer.result() != null && answer.failure() == null)
        .map(ToolAnswered::name)
        .collect(Collectors.toSet());
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
    };
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
    return answer.failure() == null ? NOTHING_KNOWN : answer.failure().name();
  }

  private @Nullable String text(@Nullable Personal sealed) {
    return sealed == null ? null : vault.open(user, sealed);
  }
}
