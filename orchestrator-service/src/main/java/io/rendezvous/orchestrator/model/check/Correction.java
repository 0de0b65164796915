package io.rendezvous.orchestrator.model.check;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an answer claims to have done though no tool has, and what is said of it. */
public final class Correction {
  private Correction() {}

  /** Whether an answer claims what nothing shows. */
  public static boolean isNeeded(String answer, Evidence evidence) {
    return !unbacked(answer, evidence).isEmpty();
  }

  /** What is added to an answer that claims what nothing shows. */
  public static String of(String answer, Evidence evidence, Locale language) {
    boolean french = language.getLanguage().equals(Locale.FRENCH.getLanguage());
    return unbacked(answer, evidence).stream()
        .map(deed -> french ? french(deed) : english(deed))
        .collect(joining(" ", french ? "\n\n(Correction : " : "\n\n(Correction: ", ")"));
  }

  private static Set<Deed> unbacked(String answer, Evidence evidence) {
    var unbacked = EnumSet.noneOf(Deed.class);
    Set<Success> succeeded = evidence.succeeded();
    if (succeeded != null) {
      unbacked.addAll(Claims.in(answer));
      unbacked.removeIf(deed -> deed.isDoneBy(succeeded));
    }
    return unbacked;
  }

  private static String french(Deed deed) {
    return switch (deed) {
      case CREATED -> "aucun événement n'a été créé.";
      case CHANGED -> "aucun événement n'a été modifié.";
      case DELETED -> "aucun événement n'a été supprimé.";
      case UNDONE -> "rien n'a été défait.";
      case ANSWERED -> "aucune invitation n'a reçu de réponse.";
      case SENT -> "rien n'a été envoyé à personne.";
      case ANY -> "rien n'a été changé dans l'agenda.";
    };
  }

  private static String english(Deed deed) {
    return switch (deed) {
      case CREATED -> "no event has been created.";
      case CHANGED -> "no event has been changed.";
      case DELETED -> "no event has been deleted.";
      case UNDONE -> "nothing has been undone.";
      case ANSWERED -> "no invitation has been answered.";
      case SENT -> "nothing has been sent to anybody.";
      case ANY -> "nothing has been changed in the calendar.";
    };
  }
}
