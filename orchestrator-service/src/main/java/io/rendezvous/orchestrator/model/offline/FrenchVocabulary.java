package io.rendezvous.orchestrator.model.offline;

import static java.util.Map.entry;

import io.rendezvous.orchestrator.model.offline.Vocabulary.Lookback;
import io.rendezvous.orchestrator.model.offline.Vocabulary.Moves;
import io.rendezvous.orchestrator.model.offline.Vocabulary.People;
import io.rendezvous.orchestrator.model.offline.Vocabulary.Scopes;
import io.rendezvous.orchestrator.model.offline.Vocabulary.Titles;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of French. */
final class FrenchVocabulary {
  private static final Set<String> MARKERS =
      Vocabulary.words(
          """
          le la les un une des du de mon ma mes je suis est ce cette que qu quoi quand pour avec au aux dans et ou
          aujourd hui demain hier lundi mardi mercredi jeudi vendredi samedi dimanche prochain prochaine semaine
          jour jours heure heures midi minuit matin soir janvier fevrier mars avril mai juin juillet aout septembre
          octobre novembre decembre planifie planifier ajoute ajouter cree creer reserve reserver mets organise bloque
          deplace deplacer decale decaler reporte annule annuler supprime supprimer libre disponible creneau trouve
          rendez vous rdv dejeuner diner reunion bonjour bonsoir salut merci aide plutot celui premier deuxieme oui non
          defais tous toutes chaque fois suivantes accepte decline refuse invitation moi sommes
          """);

  private static final Map<Intent, Pattern> ACTIONS =
      Map.ofEntries(
          entry(
              Intent.SCHEDULE,
              Pattern.compile(
                  "\\b(?:planifie[rz]?|r?ajoute[rz]?|cree[rz]?|reserve[rz]?|mets|mettez|mettre"
                      + "|(?<!\\b(?:mon|le|quel|au|du|ce) )programme[rz]?|organise[rz]?|note[rz]?|bloque[rz]?|pose[rz]?(?= (?:une?|des|mon|mes) )"
                      + "|prevois|prevoir|prevoyez|rappelle[rz]?[- ]moi d[e']"
                      + "|(?:je (?:veux|voudrais)|j'aimerais)(?: avoir)?(?= une? (?!creneau))|inscri(?:s|re|vez)|cale[rz]?|fixe[rz]?|prends|prendre|prenez)\\b")),
          entry(
              Intent.MOVE,
              Pattern.compile(
                  "\\b(?:deplace[rz]?|decale[rz]?|reporte[rz]?|repousse[rz]?|(?<![dl]')avance[rz]?|bouge[rz]?|change[rz]?"
                      + "|remets|remettre|reprogramme[rz]?|replanifie[rz]?|retarde[rz]?)\\b")),
          entry(
              Intent.CANCEL,
              Pattern.compile(
                  "\\b(?:annule[rz]?|supprime[rz]?|efface[rz]?|enleve[rz]?|retire[rz]?|decommande[rz]?)\\b")),
          entry(
              Intent.FIND_TIME,
              Pattern.compile(
                  "\\b(?:libres?|disponibles?|disponibilites?|dispos?|creneaux?|trouve[rz]?(?:[ -]moi)?|quand(?: puis[- ]je| est[- ]ce que je peux| peut[- ]on|(?=.{1,80} et moi (?:pouvons|pourrions)\\b)))\\b")),
          entry(
              Intent.LOCATE,
              Pattern.compile(
                  "\\b(?:quand est|quand ai[- ]je|c'est quand|a quelle heure (?:est|ai[- ]je))\\b")),
          entry(
              Intent.LIST,
              Pattern.compile(
                  "\\b(?:qu'?est[- ]ce que j'(?:ai|aurai)|qu'ai[- ]je|j'ai quoi|quoi de prevu|ai[- ]je"
                      + "|est[- ]ce que j'ai|j'ai quelque chose|qu'y a[- ]t[- ]il|liste[rz]?|montre[rz]?|affiche[rz]?|l'agenda|le programme"
                      + "|(?:mon|ma|mes) (?:agenda|planning|calendrier|programme|emploi du temps|rendez[- ]vous|rdvs?"
                      + "|evenements|reunions|journee|semaine))\\b")),
          entry(
              Intent.UNDO,
              Pattern.compile(
                  "\\b(?:(?:annule|supprime|efface|enleve)[rz]? (?:tout )?(?:ce que (?:tu (?:viens|as|avais)|vous (?:venez|avez|aviez))"
                      + "|(?:la|ta|votre) derniere (?:action|modification|operation|demande)"
                      + "|(?:les|tes|vos) (?:[a-z0-9]+ )?dernieres (?:actions|modifications|operations)"
                      + "|(?:les|la|ces) (?:[a-z0-9-]+ )?dernieres? (?:minutes?|(?:demi-?)?heures?))"
                      + "|defais|defaire|defaites|(?:reviens|revenir|revenez) en arriere|retablis(?:sez)?|retablir"
                      + "|(?:remets|remettre|remettez)(?:[- ](?:le|la|les|tout|ca))* comme (?:avant|c'etait))\\b")),
          entry(
              Intent.ACCEPT,
              Pattern.compile(
                  "\\b(?:accepte[rz]?|repond(?:s|re|ez)? (?:que )?oui|confirme[rz]? ma (?:presence|venue|participation))\\b")),
          entry(
              Intent.DECLINE,
              Pattern.compile(
                  "\\b(?:decline[rz]?|refuse[rz]?|repond(?:s|re|ez)? (?:que )?non)\\b")),
          entry(
              Intent.TENTATIVE,
              Pattern.compile(
                  "\\b(?:repond(?:s|re|ez)? (?:que )?peut-etre|accepte[rz]? (?:provisoirement|sous reserve))\\b")),
          entry(
              Intent.CALENDARS,
              Pattern.compile(
                  "\\b(?:(?:liste|montre|affiche)[rz]?[- ](?:moi )?)?(?:quels|combien (?:de|d')|mes|tous mes) ?(?:sont mes )?"
                      + "(?:calendriers|agendas)\\b")));

  private static final Map<Intent, Pattern> REMARKS =
      Map.of(
          Intent.DROP,
          Pattern.compile(
              "^(?:non(?: merci)?|laisse(?:z)? tomber|tant pis|oublie(?:z)?(?: ca)?|rien|stop"
                  + "|annule[rz]?(?: ca| tout)?)[ .!]*$"),
          Intent.HELP,
          Pattern.compile(
              "\\b(?:aide[rz]?|que (?:peux|sais)[- ]tu|que pouvez[- ]vous|tu (?:peux|sais) faire quoi|comment (?:ca|tu)"
                  + " (?:marche|fonctionnes))\\b"),
          Intent.THANKS,
          Pattern.compile("\\bmerci\\b"),
          Intent.GREETING,
          Pattern.compile("\\b(?:bonjour|bonsoir|salut|coucou|hello)\\b"));

  private static final Set<String> IDLE =
      Vocabulary.words(
          """
          le la les l un une des du de d mon ma mes ton ta tes son sa notre nos votre vos ce cet cette ces au aux en
          dans sur pour par avec et ou moi me te se je tu il elle on nous vous ils que qu qui quoi quand est suis ai
          as sont ne pas plus tard tot rendez rdv rdvs evenement evenements truc chose prevu prevue celui celle ceux
          lui toutes fois serie suivante suivantes suivant suivants occurrence occurrences partir maintenant
          desormais dorenavant ci seulement juste uniquement seule invitation invitations plutot finalement stp svp
          plait peux pouvez veux voudrais aimerais faut merci bonjour tout tous toute heure jour date agenda calendrier planning ca cela leur alors ok oui quelle quel je moment numero
          """);

  private static final Pattern RECURRING =
      Pattern.compile(
          "\\b(?:tous les|toutes les|chaque|hebdomadaires?|quotidien(?:ne)?s?|mensuel(?:le)?s?)\\b");

  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          entry("premier", 1),
          entry("premiere", 1),
          entry("deuxieme", 2),
          entry("second", 2),
          entry("seconde", 2),
          entry("troisieme", 3),
          entry("quatrieme", 4),
          entry("cinquieme", 5),
          entry("dernier", -1),
          entry("derniere", -1));

  private static final Titles TITLES =
      new Titles(
          Pattern.compile(
              "^(?:une? |le |la |les |l')?(?:petit[- ])?(?:dejeuner|diner|reunion|rendez[- ]vous|rdv|cafe|appel|visio|entretien"
                  + "|cours|seance|point|dentiste|medecin|anniversaire|apero|brunch|formation|atelier|conference|vol"
                  + "|train|vacances|conges?|voyage|seminaire|stage|fete)\\b"),
          Pattern.compile(
              "^[\\s,:-]*(?:(?:moi|nous)\\b\\s*)?(?:(?:le|la|les|un|une|des|du|mon|ma|mes|ca|cela)\\b\\s*|l'\\s*)?"
                  + "(?:(?:nouvel )?evenement\\b\\s*(?:intitule|appele|nomme)?[\\s:]*(?=\\S))?"),
          Pattern.compile(
              "\\b(?:dans|a|sur|de) (?:mon |le |l'|notre )(?:agenda|calendrier|planning)\\b|\\bs'il (?:te|vous) plait\\b"
                  + "|\\b(?:stp|svp|merci)\\b|\\bpour moi\\b|\\bplutot\\b"),
          Pattern.compile(
              "(?:^|(?<=[\\s,]))(?:pour|le|la|du|de|d'|des|a|au|en|vers|dans|ce|des)?[\\s,]*$"));

  private static final People PEOPLE =
      new People(
          Pattern.compile("\\b(?:avec|invite[rz]?)\\s+"),
          Pattern.compile(
              "\\n|[;:!?]|\\.(?:\\s|$)|\\b(?:a|au|aux|chez|dans|sur|pour|en|de|du|puis|parce|qui)\\b(?![.@-])"),
          Pattern.compile(",|&|\\bet\\b"),
          Vocabulary.words(
              "le la les l un une des mon ma mes ton son sa notre nos votre vos tout tous toute lui elle eux moi toi nous"
                  + " vous qui plaisir"),
          Pattern.compile("[\\s,]*\\bet moi\\b"));

  private static final Moves MOVES =
      new Moves(
          Vocabulary.words("a au aux pour vers jusqu"),
          Vocabulary.words("de du d des"),
          Pattern.compile("\\bavance[rz]?\\b|\\bplus tot\\b"));

  private static final Scopes SCOPES =
      new Scopes(
          Pattern.compile(
              "\\bcette (?:fois|occurrence)\\b|\\b(?:celle|celui)[- ](?:ci|la)\\b|\\bune seule fois\\b|\\b(?:seulement|juste|uniquement) (?:cette|celle|celui|une)\\b"),
          Pattern.compile("\\bsuivante?s\\b|\\ba partir d|\\b(?:dorenavant|desormais)\\b"),
          Pattern.compile("\\b(?:la|toute la) serie\\b|\\btoutes les (?:fois|occurrences)\\b"),
          Pattern.compile("(?<!\\bpas )\\b(?:tous|toutes|tout|toute|serie|chaque)\\b"));

  private static final Lookback LOOKBACK =
      new Lookback(
          Pattern.compile("\\b(?:(?:dans|pendant|durant|depuis) )?(?:la|cette) derniere\\b"),
          "une",
          Pattern.compile(
              "\\b(?:(?:dans|pendant|durant|depuis) )?(?:les|ces|des)\\b|\\bdernieres\\b"));

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          MARKERS, IDLE, ACTIONS, REMARKS, RECURRING, ORDINALS, TITLES, PEOPLE, MOVES, SCOPES,
          LOOKBACK);

  private FrenchVocabulary() {}
}
