package io.rendezvous.orchestrator.model.offline;

import static io.rendezvous.orchestrator.model.offline.Phrasing.bullets;

import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.dates.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** French. */
final class FrenchPhrasing implements Phrasing {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRENCH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRENCH);
  private static final DateTimeFormatter FIRST =
      DateTimeFormatter.ofPattern("EEEE d'er' MMMM uuuu", Locale.FRENCH);

  @Override
  public String question(Question question) {
    return switch (question) {
      case WHEN -> "Quel jour et à quelle heure ?";
      case WHICH_DAY -> "Quel jour précisément, et à quelle heure ?";
      case WHAT_TIME -> "À quelle heure ?";
      case NEW_TIME -> "À quel moment voulez-vous le déplacer ?";
      case WHICH_EVENT -> "Lequel voulez-vous dire ?";
      case RIGHT_DATE -> "Quelle date voulez-vous dire ?";
      case WHICH_SCOPE -> "Cette fois, les suivantes ou toutes ?";
    };
  }

  @Override
  public String greeting() {
    return "Bonjour ! " + help();
  }

  @Override
  public String help() {
    return "Je tiens votre agenda. Vous pouvez me demander, par exemple :"
        + bullets(
            List.of(
                "Planifie un déjeuner avec ana@example.com vendredi à 13h",
                "Qu'est-ce que j'ai demain ?",
                "Déplace mon déjeuner de vendredi à samedi à 14h",
                "Annule mon déjeuner avec Ana",
                "Quand suis-je libre la semaine prochaine ?",
                "Ajoute un cours de piano tous les mardis à 18h",
                "Défais ce que tu viens de faire"));
  }

  @Override
  public String thanks() {
    return "Avec plaisir.";
  }

  @Override
  public String dropped() {
    return "D'accord, je n'y touche pas.";
  }

  @Override
  public String unknown() {
    return "Je n'ai pas compris cette demande. " + help();
  }

  @Override
  public String untitled() {
    return "Rendez-vous";
  }

  @Override
  public String notRecurring() {
    return "Je n'ai pas compris comment cela se répète. Dites-le par exemple ainsi : « tous les mardis à 10h ».";
  }

  @Override
  public String newRhythm() {
    return "Je ne sais pas changer les jours d'une série. Annulez-la, puis demandez-m'en une nouvelle.";
  }

  @Override
  public String oneStretch() {
    return "Je ne peux regarder qu'un jour ou une période à la fois. De quel jour s'agit-il ?";
  }

  @Override
  public String oneAtATime() {
    return "Je ne m'occupe que d'un événement à la fois. Demandez-les-moi l'un après l'autre.";
  }

  @Override
  public String created(String title, String when) {
    return "C'est noté : « " + title + " », " + when + ".";
  }

  @Override
  public String moved(String title, String before, String after) {
    return "C'est fait : « "
        + title
        + " » est déplacé. Avant : "
        + before
        + ". Maintenant : "
        + after
        + ".";
  }

  @Override
  public String restMoved(String title, String when) {
    return "C'est fait : « "
        + title
        + " » est déplacé à partir de cette fois, qui est maintenant : "
        + when
        + ".";
  }

  @Override
  public String cancelled(String title, String when) {
    return "C'est fait : « " + title + " », " + when + ", est annulé.";
  }

  @Override
  public String seriesCancelled(String title, String when) {
    return "C'est fait : toute la série « "
        + title
        + " », qui commençait ainsi : "
        + when
        + ", est annulée.";
  }

  @Override
  public String restCancelled(String title, String when) {
    return "C'est fait : « "
        + title
        + " » est annulé à partir de cette fois : "
        + when
        + ". Ce qui précède reste.";
  }

  @Override
  public String partOfSeries(String title, String when) {
    return "« " + title + " », " + when + ", fait partie d'une série.";
  }

  @Override
  public String then() {
    return "Ensuite :";
  }

  @Override
  public String goesOn() {
    return "Et ainsi de suite.";
  }

  @Override
  public String lastTime(String when) {
    return "La dernière fois : " + when + ".";
  }

  @Override
  public String alreadyThere(String title, String when) {
    return "« " + title + " » est déjà à ce moment : " + when + ".";
  }

  @Override
  public String conflicts(List<String> events) {
    return "Attention, cela tombe en même temps que :" + bullets(events);
  }

  @Override
  public String seriesConflicts(List<String> events) {
    return "Attention, certaines fois tombent en même temps que :" + bullets(events);
  }

  @Override
  public String planned(Period period, List<String> events, boolean more) {
    String count = events.size() == 1 ? "un événement" : events.size() + " événements";
    return "Vous avez "
        + count
        + " "
        + span(period)
        + " :"
        + bullets(events)
        + (more ? "\nEt d'autres encore." : "");
  }

  @Override
  public String nothingPlanned(Period period) {
    return "Vous n'avez rien de prévu " + span(period) + ".";
  }

  @Override
  public String notFound(Period period) {
    return "Je ne trouve pas cet événement " + span(period) + ".";
  }

  @Override
  public String found() {
    return "Voici ce que je trouve :";
  }

  @Override
  public String freeTimes(Period period, List<String> slots) {
    return "Vous êtes libre " + span(period) + " :" + bullets(slots);
  }

  @Override
  public String noFreeTime(Period period) {
    return "Je ne trouve aucun moment libre pendant vos heures de travail " + span(period) + ".";
  }

  @Override
  public String timesTogether(List<String> people, Period period, List<String> slots) {
    return "Vous et "
        + String.join(", ", people)
        + " êtes libres "
        + span(period)
        + " :"
        + bullets(slots);
  }

  @Override
  public String noTimeTogether(List<String> people, Period period) {
    return "Je ne trouve aucun moment où vous et "
        + String.join(", ", people)
        + " soyez libres pendant les heures de travail "
        + span(period)
        + ".";
  }

  @Override
  public String timesUnknown(List<String> people) {
    return "Je n'ai pas pu voir l'emploi du temps de : " + String.join(", ", people) + ".";
  }

  @Override
  public String freeAt(String when) {
    return "Oui, vous êtes libre : " + when + ".";
  }

  @Override
  public String busyAt(String when, List<String> events) {
    return "Non, vous n'êtes pas libre, " + when + ". Vous avez :" + bullets(events);
  }

  @Override
  public String mismatch(LocalDate date, DayOfWeek stated) {
    String weekday = stated.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    return "Ce n'est pas un " + weekday + " : cette date est le " + day(date) + ".";
  }

  @Override
  public String noSuchDay(int day, Month month) {
    return "Il n'y a pas de "
        + day
        + " "
        + month.getDisplayName(TextStyle.FULL, Locale.FRENCH)
        + " cette année-là.";
  }

  @Override
  public String noSuchWeekday(int nth, DayOfWeek weekday, YearMonth month) {
    return "Il n'y a pas "
        + nth
        + " fois un "
        + weekday.getDisplayName(TextStyle.FULL, Locale.FRENCH)
        + " en "
        + MONTH.format(month)
        + ".";
  }

  @Override
  public String failed(ToolFailure failure) {
    return switch (failure) {
      case NOT_FOUND -> "Cet événement n'existe plus ; je n'ai rien changé.";
      case CONFLICT ->
          "Cet événement a changé entre-temps ; je n'y ai pas touché. Voulez-vous me le redemander ?";
      case UNAUTHORIZED ->
          "Votre agenda me refuse l'accès ; il faut le reconnecter. Je n'ai rien changé.";
      case UNAVAILABLE ->
          "Votre agenda ne répond pas pour l'instant ; je n'ai rien changé. Réessayez dans un moment.";
      case INVALID_ARGUMENTS ->
          "Votre agenda n'a pas accepté cette demande ; je n'ai rien changé. Pouvez-vous la formuler autrement ?";
      case REJECTED -> "Puisque vous avez dit non, je n'ai rien changé.";
      case EXPIRED ->
          "Il me fallait votre accord et je ne l'ai pas eu à temps ; je n'ai rien changé. Voulez-vous me le redemander ?";
      case UNKNOWN_TOOL, INTERNAL ->
          "Désolé, cela n'a pas marché à cause d'une erreur de notre côté ; je n'ai rien changé.";
    };
  }

  @Override
  public String changedMeanwhile(String title, String now) {
    return "« "
        + title
        + " » a changé depuis que je vous l'ai montré : maintenant, c'est "
        + now
        + ". Je n'y ai pas touché. Voulez-vous me le redemander ?";
  }

  @Override
  public String goneMeanwhile(String title) {
    return "« " + title + " » n'existe plus ; je n'ai rien changé.";
  }

  @Override
  public String answered(Response response, String title, String when) {
    String answer =
        switch (response) {
          case ACCEPTED -> "vous avez accepté";
          case DECLINED -> "vous avez décliné";
          case TENTATIVE -> "vous avez répondu « peut-être » à";
        };
    return "C'est fait : " + answer + " l'invitation « " + title + " », " + when + ".";
  }

  @Override
  public String calendars(List<String> calendars) {
    if (calendars.isEmpty()) {
      return "Vous n'avez aucun calendrier.";
    }
    String count = calendars.size() == 1 ? "un calendrier" : calendars.size() + " calendriers";
    return "Vous avez " + count + " :" + bullets(calendars);
  }

  @Override
  public String byDefault() {
    return " (par défaut)";
  }

  @Override
  public String timesOnly() {
    return " (heures occupées seulement)";
  }

  @Override
  public String readOnly() {
    return " (lecture seule)";
  }

  @Override
  public String effectsUndone() {
    return "C'est défait :";
  }

  @Override
  public String nothingUndone() {
    return "Je n'ai rien défait :";
  }

  @Override
  public String nothingToUndo() {
    return "Il n'y a rien à défaire.";
  }

  @Override
  public String undoReach() {
    return "Je peux défaire ce que j'ai fait en dernier, ou tout ce que j'ai fait depuis un moment, un jour au plus."
        + " Dites par exemple : « annule les dix dernières minutes ».";
  }

  @Override
  public String goneAgain(String title, String when) {
    return "« " + title + " », " + when + " : retiré de l'agenda.";
  }

  @Override
  public String backAgain(String title, String when) {
    return "« " + title + " », " + when + " : remis dans l'agenda.";
  }

  @Override
  public String asBefore(String title, String when) {
    return "« " + title + " », " + when + " : comme avant.";
  }

  @Override
  public String keptEdits(List<String> fields) {
    return "Reste tel qu'on l'a modifié depuis : "
        + fields.stream().map(FrenchPhrasing::field).collect(Collectors.joining(", "))
        + ".";
  }

  @Override
  public String notUndone(String title, String when) {
    return "« " + title + " », " + when + " : je n'ai pas pu le défaire, et n'y ai pas touché.";
  }

  @Override
  public String undone() {
    return "Au fait, j'ai défait ce que j'avais fait de votre demande précédente.";
  }

  @Override
  public String createdLate(String title, String when) {
    return "Au fait, « " + title + " » a bien été créé : " + when + ".";
  }

  @Override
  public String movedLate(String title, String when) {
    return "Au fait, « " + title + " » a bien été déplacé : " + when + ".";
  }

  @Override
  public String cancelledLate(String title, String when) {
    return "Au fait, « " + title + " » a bien été annulé : " + when + ".";
  }

  @Override
  public String changedLate(String title, String when) {
    return "Au fait, « " + title + " » a bien été modifié : " + when + ".";
  }

  @Override
  public String undoneLate() {
    return "Au fait, ce que vous m'aviez demandé de défaire est bien défait.";
  }

  @Override
  public String day(LocalDate date) {
    return (date.getDayOfMonth() == 1 ? FIRST : DAY).format(date);
  }

  @Override
  public String allDay() {
    return "toute la journée";
  }

  private static String field(String name) {
    return switch (name) {
      case "title" -> "le titre";
      case "description" -> "la description";
      case "location" -> "le lieu";
      case "attendees" -> "les invités";
      case "time" -> "l'heure";
      case "recurrence" -> "la répétition";
      case "reminders" -> "les rappels";
      case "free" -> "la disponibilité";
      default -> name;
    };
  }

  private String span(Period period) {
    LocalDate first = period.from().toLocalDate();
    LocalDate last = period.to().minusNanos(1).toLocalDate();
    return first.equals(last) ? "le " + day(first) : "du " + day(first) + " au " + day(last);
  }
}
