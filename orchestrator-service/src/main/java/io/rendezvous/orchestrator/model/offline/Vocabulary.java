package io.rendezvous.orchestrator.model.offline;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of one language that the assistant listens for; all are matched in folded text.
 *
 * @param markers words that tell that this language is spoken
 * @param idle words that say nothing about which event is meant
 * @param actions what asks for something; the one that stands first in a sentence wins
 * @param remarks what is said without asking for an action
 * @param recurring tells that an event repeats
 * @param ordinals places in a list, from 1; the last is -1
 * @param scopes how much of a series is meant
 * @param lookback how long ago something was done
 */
record Vocabulary(
    Set<String> markers,
    Set<String> idle,
    Map<Intent, Pattern> actions,
    Map<Intent, Pattern> remarks,
    Pattern recurring,
    Map<String, Integer> ordinals,
    Titles titles,
    People people,
    Moves moves,
    Scopes scopes,
    Lookback lookback) {

  /**
   * How events are named.
   *
   * @param noun what an event may be called when it is announced without a verb
   * @param lead what may stand before the title
   * @param asides what is said around a request, but is no part of an event
   * @param timeLead the prepositions just before a phrase about time
   */
  record Titles(Pattern noun, Pattern lead, Pattern asides, Pattern timeLead) {}

  /**
   * How people are named.
   *
   * @param nobody words after which no name stands
   * @param andMe what follows those who are named before the speaker
   */
  record People(Pattern lead, Pattern end, Pattern separator, Set<String> nobody, Pattern andMe) {}

  /**
   * How moves are told.
   *
   * @param towards words before the time that something is moved to
   * @param awayFrom words before the time that something is moved from
   */
  record Moves(Set<String> towards, Set<String> awayFrom, Pattern earlier) {}

  /**
   * How much of a series is told to be meant.
   *
   * @param whole all of it, said in a request
   * @param all all of it, said where that was asked
   */
  record Scopes(Pattern once, Pattern following, Pattern whole, Pattern all) {}

  /**
   * How the time that has just passed is told.
   *
   * @param one what stands before a single hour
   * @param article what stands there where its length is told
   * @param around what stands before several, and says no length
   */
  record Lookback(Pattern one, String article, Pattern around) {}

  /** The words of a text. */
  static Set<String> words(String text) {
    return Pattern.compile("\\s+")
        .splitAsStream(text.strip())
        .collect(Collectors.toUnmodifiableSet());
  }
}
