package io.rendezvous.gateway.stream;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.tail.Following;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells how a turn ended; where it failed, in the user's language. */
final class Endings {
  private final LogReader log;
  private final Following tail;

  Endings(LogReader log, Following tail) {
    this.log = log;
    this.tail = tail;
  }

  StreamData.Ended of(Event.TurnEnded event) {
    var reason = event.reason();
    return new StreamData.Ended(
        event.turn(),
        reason.status(),
        reason == TurnEndReason.ANSWERED ? null : reason,
        message(event.turn(), reason));
  }

  private @Nullable String message(TurnId turn, TurnEndReason reason) {
    return switch (reason) {
      case ANSWERED, CANCELLED, INTERRUPTED, ROLLED_BACK, STEERED, ACTION_FAILED -> null;
      case DEADLINE ->
          say(
              turn,
              "Cela a pris trop de temps, j'ai dû m'arrêter. Vous pouvez réessayer.",
              "This took too long and had to stop. You can try again.");
      case MODEL_UNAVAILABLE ->
          say(
              turn,
              "L'assistant n'est pas joignable pour le moment. Votre demande est conservée, vous pouvez réessayer.",
              "The assistant cannot be reached at the moment. Your request is kept, you can try again.");
      case STUCK ->
          say(
              turn,
              "Je tournais en rond et je me suis arrêté. Pouvez-vous reformuler votre demande ?",
              "I was going round in circles and have stopped. Could you put your request another way?");
      case BUDGET ->
          say(
              turn,
              "Votre budget ne suffit pas pour continuer.",
              "Your budget does not hold what going on would take.");
      case INTERNAL ->
          say(
              turn,
              "Une erreur est survenue de notre côté. Vous pouvez réessayer.",
              "Something went wrong on our side. You can try again.");
    };
  }

  private String say(TurnId turn, String french, String english) {
    return language(turn).getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : french;
  }

  private Locale language(TurnId turn) {
    return log.events(tail, turn).stream()
        .filter(entry -> entry.event() instanceof Event.Acceptance)
        .map(entry -> ((Event.Acceptance) entry.event()).preferences().language())
        .findFirst()
        .orElse(Preferences.DEFAULT.language());
  }
}
