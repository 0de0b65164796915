package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.dates.Folding;
import io.rendezvous.dates.Meaning;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes out what a user wants, with regard to what was asked before. */
record Ear(LocalDateTime now, Preferences preferences) {
  private record Sound(Language language, Utterance utterance) {
    Optional<Heard> action() {
      return Heard.action(utterance.folded(), language.vocabulary());
    }

    Optional<Heard> remark() {
      return Heard.remark(utterance.folded(), language.vocabulary());
    }

    boolean is(Intent remark) {
      return remark().filter(heard -> heard.intent() == remark).isPresent();
    }
  }

  Request hear(List<Exchange> exchanges) {
    int at = exchanges.size() - 1;
    var replies = new ArrayList<Reply>();
    Optional<Asked> asked = askedBefore(exchanges, at);
    Sound sound = listen(exchanges.get(at), asked);
    Language language = sound.language();
    if (asked.isPresent() && sound.is(Intent.DROP)) {
      return new Request(language, new Heard(Intent.DROP, 0, 0), sound.utterance(), List.of());
    }
    while (asked.isPresent() && continues(sound)) {
      replies.addFirst(new Reply(asked.get(), sound.utterance()));
      at--;
      asked = askedBefore(exchanges, at);
      sound = listen(exchanges.get(at), asked);
    }
    return new Request(language, intent(sound), sound.utterance(), replies);
  }

  private static Optional<Asked> askedBefore(List<Exchange> exchanges, int at) {
    return at == 0 ? Optional.empty() : Asked.by(exchanges.get(at - 1));
  }

  /** Where a text does not tell its language, it is that of the question, or the preferred one. */
  private Sound listen(Exchange exchange, Optional<Asked> asked) {
    Language language =
        Language.of(exchange.prompt())
            .or(() -> asked.map(Asked::language))
            .orElseGet(() -> Language.of(preferences));
    return new Sound(language, Utterance.of(exchange.prompt(), language.locale(preferences), now));
  }

  /** Whether this is a reply, rather than another request. */
  private static boolean continues(Sound sound) {
    Vocabulary vocabulary = sound.language().vocabulary();
    Optional<Heard> action = sound.action();
    if (action.isEmpty()) {
      return sound.remark().isEmpty() || !sound.utterance().phrases().isEmpty();
    }
    Mask rest =
        Mask.of(sound.utterance(), vocabulary).hide(action.get().start(), action.get().end());
    return switch (action.get().intent()) {
      case SCHEDULE, MOVE, CANCEL -> Description.of(rest, vocabulary).isEmpty();
      case LIST,
          LOCATE,
          FIND_TIME,
          CALENDARS,
          UNDO,
          ACCEPT,
          DECLINE,
          TENTATIVE,
          DROP,
          HELP,
          THANKS,
          GREETING,
          UNKNOWN ->
          false;
    };
  }

  private static Heard intent(Sound sound) {
    return sound.action().or(() -> announcement(sound)).or(sound::remark).orElse(Heard.NOTHING);
  }

  /** "Lunch with Ana on Friday": an event and its day, and not a question. */
  private static Optional<Heard> announcement(Sound sound) {
    Utterance said = sound.utterance();
    boolean timed =
        said.meanings().stream().anyMatch(meaning -> !(meaning instanceof Meaning.Length));
    Vocabulary vocabulary = sound.language().vocabulary();
    String rest = Heard.unquoted(Folding.fold(Mask.of(said, vocabulary).shown(0)));
    boolean named = vocabulary.titles().noun().matcher(rest).find();
    return timed && named && !said.text().contains("?")
        ? Optional.of(new Heard(Intent.SCHEDULE, 0, 0))
        : Optional.empty();
  }
}
