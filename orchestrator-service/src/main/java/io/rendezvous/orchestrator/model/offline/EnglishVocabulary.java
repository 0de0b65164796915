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

/** The words of English. */
final class EnglishVocabulary {
  private static final Set<String> MARKERS =
      Vocabulary.words(
          """
          the an my i is are am do does this that what when for with to at in and or you me today tomorrow yesterday
          monday tuesday wednesday thursday friday saturday sunday next week day days hour hours noon midnight morning
          afternoon evening tonight january february march april may june july august september october november
          december schedule book add set up plan put move reschedule shift push postpone cancel delete remove free
          available slot find lunch dinner meeting appointment hello hi hey thanks thank help first one yes no its it
          have on from between half past undo every each all time following accept decline invitation which calendars
          """);

  private static final Map<Intent, Pattern> ACTIONS =
      Map.ofEntries(
          entry(
              Intent.SCHEDULE,
              Pattern.compile(
                  "\\b(?:(?<!\\b(?:the|my|your|our) )schedule|book|add|set up|create|(?<!\\bthe )plan|arrange|put"
                      + "|organi[sz]e|block(?: off| out)?|reserve|pencil in|make an?|remind me (?:to|of|about)"
                      + "|i(?: want|'d like| would like| need)(?: to have)?(?= (?:an? (?!slot|free)|lunch|dinner|coffee)))\\b")),
          entry(
              Intent.MOVE,
              Pattern.compile(
                  "\\b(?:move|reschedule|shift|push(?: back)?|postpone|bring|change|delay|put (?:off|back))\\b")),
          entry(
              Intent.CANCEL, Pattern.compile("\\b(?:cancel|delete|remove|drop|call off|clear)\\b")),
          entry(
              Intent.FIND_TIME,
              Pattern.compile(
                  "\\b(?:free|available|availability|slots?|open time"
                      + "|(?:find|get)(?: me| us)? (?:an?|some|the next|time|[0-9]+|one|two|three|half)|have time|when can(?: i| we|(?=.{1,80} and (?:i|me)\\b)))\\b")),
          entry(
              Intent.LOCATE,
              Pattern.compile(
                  "\\b(?:when(?:'?s| is| are)|what time(?:'?s| is| are)|find (?:my|the))\\b")),
          entry(
              Intent.LIST,
              Pattern.compile(
                  "\\b(?:what(?:'?s| is) (?:on|up|next|planned|happening|coming|scheduled|there)|what (?:do|have|did) i"
                      + "|what events|which (?:events|meetings)|do i have|have i got|am i (?:busy|doing)|show|list"
                      + "|my (?:agenda|schedule|calendar|events|meetings|appointments|day|week|plans)|the schedule)\\b")),
          entry(
              Intent.UNDO,
              Pattern.compile(
                  "\\b(?:undo(?=\\W*$|\\W+(?:please|that|this|it|what|everything|all|your|(?:the|my) (?:last|latest|past|previous|changes?))\\b)"
                      + "|(?:take|put) (?:that|this|it|everything) back(?= as| how|\\W*$)|revert(?: that| this| it| what you did)?(?=\\W*$)"
                      + "|(?:cancel|delete|remove) (?:what|everything|all) you(?:'ve| have)?(?: just)? (?:did|done|made|added|changed)"
                      + "|(?:cancel|revert) the (?:last|past) (?:[a-z0-9-]+ )?(?:minutes?|hours?|half[- ]hour))")),
          entry(Intent.ACCEPT, Pattern.compile("\\b(?:accept|(?:say|answer|reply|rsvp) yes)\\b")),
          entry(
              Intent.DECLINE,
              Pattern.compile("\\b(?:decline|turn down|reject|(?:say|answer|reply|rsvp) no)\\b")),
          entry(
              Intent.TENTATIVE,
              Pattern.compile(
                  "\\b(?:tentatively accept|accept tentatively|(?:say|answer|reply|rsvp) maybe)\\b")),
          entry(
              Intent.CALENDARS,
              Pattern.compile(
                  "\\b(?:(?:list|show)(?: me)? )?(?:(?:what|which|how many)(?: are my)?|my|all my) calendars\\b")));

  private static final Map<Intent, Pattern> REMARKS =
      Map.of(
          Intent.DROP,
          Pattern.compile(
              "^(?:no(?: thanks| thank you)?|never ?mind|forget (?:it|about it)|nothing|stop"
                  + "|cancel(?: that| it| this)?)[ .!]*$"),
          Intent.HELP,
          Pattern.compile(
              "\\b(?:help|what (?:can|could) (?:you|i)|how (?:do you|does this|do i|does it))\\b"),
          Intent.THANKS,
          Pattern.compile("\\b(?:thanks|thank you|cheers)\\b"),
          Intent.GREETING,
          Pattern.compile("\\b(?:hello|hi|hey|good (?:morning|afternoon|evening))\\b"));

  private static final Set<String> IDLE =
      Vocabulary.words(
          """
          the an my your our his her their this that these those it its to on at in for of with and or me i we us you
          is are am be do does did have has had what when which who please can could would will want like need just
          from by back later earlier forward event events appointment appointments thing one ones off up hi hello
          thanks all whole entire series every following occurrence occurrences only just once now onward onwards
          invitation invitations time day date calendar schedule agenda diary instead rather actually ok yes number
          """);

  private static final Pattern RECURRING =
      Pattern.compile("\\b(?:every|each|weekly|daily|monthly|yearly)\\b");

  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          entry("first", 1),
          entry("second", 2),
          entry("third", 3),
          entry("fourth", 4),
          entry("fifth", 5),
          entry("last", -1));

  private static final Titles TITLES =
      new Titles(
          Pattern.compile(
              "^(?:an? |the |my )?(?:new )?(?:lunch|dinner|breakfast|brunch|meeting|appointment|coffee|call|interview|class"
                  + "|session|party|birthday|dentist|doctor|workshop|conference|flight|train|drinks|holidays?|vacation|trip|retreat)\\b"),
          Pattern.compile(
              "^[\\s,:-]*(?:(?:me|us)\\b\\s*)?(?:(?:an|a|the|my|some|it|that)\\b\\s*)?"
                  + "(?:(?:new )?event\\b\\s*(?:called|named)?[\\s:]*(?=\\S))?"),
          Pattern.compile(
              "\\b(?:to|on|in|into|from) (?:my |the |our )(?:calendar|agenda|schedule|diary)\\b"
                  + "|\\b(?:please|thanks|thank you|for me|instead)\\b"),
          Pattern.compile(
              "(?:^|(?<=[\\s,]))(?:for|on|at|by|from|to|in|the|of|around|this)?[\\s,]*$"));

  private static final People PEOPLE =
      new People(
          Pattern.compile("\\b(?:with|invite)\\s+"),
          Pattern.compile(
              "\\n|[;:!?]|\\.(?:\\s|$)|\\b(?:at|in|for|about|to|on|from|of|by|who)\\b(?![.@-])"),
          Pattern.compile(",|&|\\band\\b"),
          Vocabulary.words(
              "the a an my your our his her their all everyone everybody him them me us you it some"),
          Pattern.compile("[\\s,]*\\band (?:i|me|myself)\\b"));

  private static final Moves MOVES =
      new Moves(
          Vocabulary.words("to for until till onto"),
          Vocabulary.words("from of on at this"),
          Pattern.compile("\\b(?:earlier|forward|ahead)\\b"));

  private static final Scopes SCOPES =
      new Scopes(
          Pattern.compile(
              "\\b(?:this|that) (?:time|one|occurrence)\\b|\\b(?:only|just) (?:once|this|that)\\b|^once\\b"),
          Pattern.compile(
              "\\b(?:following|later|next) (?:ones|times|occurrences)\\b|\\band (?:all )?(?:the )?following\\b|^the following\\b"
                  + "|\\bfrom now on\\b|\\bfrom [a-z0-9 ]{1,30} onwards?\\b|\\bfrom [a-z0-9 ]{1,30} on(?= to\\b|\\W*$)|\\bonwards\\b"),
          Pattern.compile("\\b(?:whole|entire|the) series\\b|\\ball (?:the )?occurrences\\b"),
          Pattern.compile("(?<!\\bnot )\\b(?:all|every|each|series|whole)\\b"));

  private static final Lookback LOOKBACK =
      new Lookback(
          Pattern.compile(
              "\\b(?:(?:in|within|during|over) )?the (?:last|past)(?= (?:hour|half|quarter)\\b)"),
          "an",
          Pattern.compile("\\b(?:(?:in|within|during|over) )?(?:the )?(?:last|past)\\b"));

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          MARKERS, IDLE, ACTIONS, REMARKS, RECURRING, ORDINALS, TITLES, PEOPLE, MOVES, SCOPES,
          LOOKBACK);

  private EnglishVocabulary() {}
}
