package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.dates.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds who is to come: every address, and the names after "with". */
record People(Vocabulary vocabulary) {
  /** As the tool's schema says. */
  private static final int MOST = 50;

  private static final int LONGEST_ADDRESS = 254;

  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}0-9._%+-]{1,64}@[\\p{L}0-9-]+(?:\\.[\\p{L}0-9-]+)+");
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}'’-]*");
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s<>()]+");

  /** What follows the apostrophe of "l'équipe". */
  private static final Pattern ELIDED = Pattern.compile("'.*");

  private static final Pattern WORD = Pattern.compile("\\S+");

  private static final int LONGEST_NAME_WORDS = 3;

  List<Attendee> in(Request request) {
    Stream<Attendee> replied =
        request.replies().stream().flatMap(reply -> in(Mask.of(reply.said(), vocabulary)).stream());
    return Stream.concat(in(request.openingMask()).stream(), replied)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private List<Attendee> in(Mask mask) {
    var people = new ArrayList<Attendee>();
    Matcher lead = vocabulary.people().lead().matcher(mask.folded());
    String rest = mask.text();
    Matcher me = vocabulary.people().andMe().matcher(mask.folded());
    if (lead.find()) {
      int end = end(mask.folded(), lead.end());
      list(mask.text().substring(lead.end(), end)).forEach(people::add);
      rest = rest.substring(0, lead.start()) + " " + rest.substring(end);
    } else if (me.find()) {
      int start = beginning(mask.text(), me.start());
      list(mask.text().substring(start, me.start())).forEach(people::add);
      rest = rest.substring(0, start) + " " + rest.substring(me.end());
    }
    ADDRESS.matcher(rest).results().forEach(found -> add(people, found.group(), null));
    return people;
  }

  private int end(String folded, int from) {
    Matcher end = vocabulary.people().end().matcher(folded);
    return end.find(from) ? end.start() : folded.length();
  }

  /** Where the names begin that stand just before that place. */
  private int beginning(String text, int end) {
    int start = end;
    for (MatchResult word : WORD.matcher(text).region(0, end).results().toList().reversed()) {
      if (!isOfNames(word.group())) {
        break;
      }
      start = word.start();
    }
    return start;
  }

  private boolean isOfNames(String word) {
    String folded = Folding.fold(word);
    return ADDRESS.matcher(word).find()
        || vocabulary.people().separator().matcher(folded).matches()
        || (Character.isUpperCase(word.charAt(0))
            && NAME.matcher(word).lookingAt()
            && !vocabulary.markers().contains(folded)
            && !vocabulary.idle().contains(folded));
  }

  private List<Attendee> list(String text) {
    var people = new ArrayList<Attendee>();
    int start = 0;
    Matcher separator = vocabulary.people().separator().matcher(Folding.fold(text));
    while (separator.find()) {
      one(people, text.substring(start, separator.start()));
      start = separator.end();
    }
    one(people, text.substring(start));
    return people;
  }

  private void one(List<Attendee> people, String text) {
    Matcher address = ADDRESS.matcher(text);
    String name = name(address.replaceAll(" "));
    add(people, address.reset().find() ? address.group() : null, name);
  }

  private static void add(List<Attendee> people, @Nullable String address, @Nullable String name) {
    if (address != null ? address.length() <= LONGEST_ADDRESS : name != null) {
      people.add(new Attendee(address, name));
    }
  }

  /** Words with capitals, or a single one without. */
  private @Nullable String name(String text) {
    List<String> words =
        BETWEEN_NAMES
            .splitAsStream(text)
            .filter(word -> !word.isEmpty())
            .takeWhile(word -> NAME.matcher(word).matches())
            .toList();
    if (words.isEmpty()
        || vocabulary
            .people()
            .nobody()
            .contains(ELIDED.matcher(Folding.fold(words.getFirst())).replaceFirst(""))) {
      return null;
    }
    List<String> capitals =
        words.stream()
            .takeWhile(word -> Character.isUpperCase(word.charAt(0)))
            .limit(LONGEST_NAME_WORDS)
            .toList();
    return String.join(" ", capitals.isEmpty() ? words.subList(0, 1) : capitals);
  }
}
