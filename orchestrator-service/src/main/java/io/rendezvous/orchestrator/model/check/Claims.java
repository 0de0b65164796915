package io.rendezvous.orchestrator.model.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a text claims its speaker has done, in French and English: by the words for it, clause by
 * clause. It tells what it is sure of: a deed that is denied, asked for, offered, or somebody
 * else's is none.
 */
final class Claims {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** A quoted title is no claim. */
  private static final Pattern QUOTED = Pattern.compile("«[^»]*»|\"[^\"]*\"|“[^”]*”");

  private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+[.!?]*");

  /** Each may hold a deed of its own; the words before the mark do not deny those after it. */
  private static final Pattern CLAUSE =
      Pattern.compile("[,;:]| et | mais | puis | donc | and | but | so | then ", FLAGS);

  private static final Pattern NOT_DONE =
      words(
          "ne|n|pas|rien|aucune?|jamais|sans|impossible|si|(?<!comme )avant|une fois|quand|aurait"
              + "|auraient|faudrait|soit|vouloir|voulez|veux|souhaitez|dois|dites|demandé"
              + "|not|no|nothing|never|cannot|can|couldn|didn|hasn|haven|isn|wasn|won|unable"
              + "|without|if|whether|once|before|when|would|should|must|want|to be|asked");

  private static final Pattern PURPOSE = words("pour|to");

  /** Somebody else's, or of another day. */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "\\b(par|by) \\p{Lu}"
              + "|\\b(hier|lundi dernier|la semaine dernière|yesterday|last (week|monday))\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern GENERAL =
      Pattern.compile(
          "(^|[\\s,])(c'est (bien )?(fait|bon|noté|créé|ajouté|réservé|enregistré)|qui est fait"
              + "|(all )?done|all set|taken care of|it's (done|booked|created|added))(?![\\p{L}'])",
          FLAGS);

  private static final String I_HAVE =
      "(?:j'ai|je viens (?:de |d')|nous avons|i've|i have|we've|we have|i|and|et)";

  private static final String HAS_BEEN =
      "(?:(?:a|ont) (?:bien )?été |(?:est|sont) (?:maintenant |désormais |bien )"
          + "|(?:has|have) (?:just )?been |(?:is|are) now )";

  /** Somebody's answers are not always the speaker's: only an invitation's are. */
  private static final String ANSWERS =
      "(?:accepté|décliné|refusé)e?s?|accepted|declined|rejected|answered";

  private static final String ADVERBS =
      "(?:\\s*(?:bien|donc|aussi|tout|également|ensuite|just|now|also|successfully|out)\\s)*\\s*";

  /** The ways to say that it is done. */
  private record Verbs(Deed deed, List<Pattern> sayings) {
    static Verbs of(Deed deed, String participles, String infinitives) {
      String end = "(?!\\p{L})";
      return new Verbs(
          deed,
          Stream.of(
                  "(^|[^\\p{L}])" + I_HAVE + ADVERBS + "(" + participles + "|" + infinitives + ")",
                  "(^|[^\\p{L}])" + HAS_BEEN + "(" + participles + ")",
                  // "Meeting moved to 3 pm", "La réunion est déplacée": nothing but a noun before
                  // it.
                  "^\\W*(?:(?:puis|ensuite|then)\\s+)?(?:(?:la|le|les|l'|votre|your|the|it's|c'est)\\s*)?"
                      + "(?:réunion|rendez-vous|événement|déjeuner|meeting|appointment|event|lunch)?s?"
                      + "\\s*(?:est |is )?("
                      + participles
                      + ")")
              .map(saying -> Pattern.compile(saying + end, FLAGS))
              .toList());
    }

    boolean areIn(String clause) {
      return sayings.stream().anyMatch(saying -> saying.matcher(clause).find());
    }
  }

  private static final List<Verbs> VERBS =
      List.of(
          Verbs.of(
              Deed.CREATED,
              "(?:créé|ajouté|réservé|planifié|programmé|inscrit|enregistré|fixé|calé|posé)e?s?"
                  + "|noté|created|added|booked|scheduled|set up|blocked|put|fixed",
              "créer|ajouter|réserver|planifier|programmer|inscrire|enregistrer|fixer"),
          Verbs.of(
              Deed.CHANGED,
              "(?:déplacé|décalé|reporté|avancé|modifié|changé)e?s?|mise?s? à jour"
                  + "|moved|pushed|rescheduled|postponed|brought|changed|updated",
              "déplacer|décaler|reporter|avancer|modifier|changer|mettre à jour"),
          Verbs.of(
              Deed.DELETED,
              "(?:supprimé|annulé|effacé|retiré)e?s?|deleted|cancelled|canceled|removed|cleared",
              "supprimer|annuler|effacer|retirer"),
          Verbs.of(
              Deed.UNDONE,
              "(?:défait|rétabli|restauré)e?s?|remise?s? (?:comme avant|en place|dans l'agenda)|undone|restored"
                  + "|reverted|put (?:it |that |everything )?back|taken (?:it |that )?back|undid",
              "défaire|rétablir|restaurer|remettre (?:comme avant|en place|dans l'agenda)"),
          new Verbs(
              Deed.ANSWERED,
              Stream.of(
                      "(^|[^\\p{L}])"
                          + I_HAVE
                          + ADVERBS
                          + "(répondu|accepté|décliné|refusé|répondre|accepter|décliner|refuser"
                          + "|tentatively accepted|accepted|declined|rejected|replied|responded|answered)",
                      "invitations? " + HAS_BEEN + "(" + ANSWERS + ")",
                      "^\\W*(?:(?:l'|votre |your |the )?invitation) (?:est |is )?(" + ANSWERS + ")")
                  .map(saying -> Pattern.compile(saying + "(?!\\p{L})", FLAGS))
                  .toList()),
          Verbs.of(
              Deed.SENT,
              "(?:envoyé|invité|prévenu|informé|averti)e?s?|sent(?: out)?|invited|emailed|notified|informed|let \\p{L}+ know",
              "envoyer|inviter|prévenir|informer|avertir"));

  private Claims() {}

  /** The deeds that the text claims. */
  static Set<Deed> in(String text) {
    var claimed = EnumSet.noneOf(Deed.class);
    String plain = QUOTED.matcher(text.replace('’', '\'')).replaceAll("…");
    var sentences = SENTENCE.matcher(plain);
    while (sentences.find()) {
      String sentence = sentences.group().strip();
      if (!sentence.endsWith("?")) {
        for (String clause : CLAUSE.split(sentence, -1)) {
          claimed.addAll(inClause(clause.strip()));
        }
      }
    }
    return claimed;
  }

  private static Set<Deed> inClause(String clause) {
    var claimed = EnumSet.noneOf(Deed.class);
    if (NOT_DONE.matcher(clause).find()
        || PURPOSE.matcher(clause).lookingAt()
        || OF_OTHERS.matcher(clause).find()) {
      return claimed;
    }
    for (Verbs verbs : VERBS) {
      if (verbs.areIn(clause)) {
        claimed.add(verbs.deed());
      }
    }
    if (claimed.isEmpty() && GENERAL.matcher(clause).find()) {
      claimed.add(Deed.ANY);
    }
    return claimed;
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?<![\\p{L}])(?:" + alternatives + ")(?![\\p{L}])", FLAGS);
  }
}
