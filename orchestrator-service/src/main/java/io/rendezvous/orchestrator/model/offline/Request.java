package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.dates.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the user wants: what it began with, and the replies to what was asked since.
 *
 * @param language the one to answer in
 */
record Request(Language language, Heard heard, Utterance opening, List<Reply> replies) {
  Request {
    replies = List.copyOf(replies);
  }

  List<Utterance> utterances() {
    var all = new ArrayList<Utterance>();
    all.add(opening);
    replies.forEach(reply -> all.add(reply.said()));
    return all;
  }

  /** Everything that was said about time. */
  Timing timing() {
    Stream<Meaning> replied =
        replies.stream().flatMap(reply -> reply.meanings(language.vocabulary()).stream());
    return new Timing(Stream.concat(opening.meanings().stream(), replied).toList());
  }

  /** The words of the opening that tell the intent are no part of what it is about. */
  Mask openingMask() {
    return Mask.of(opening, language.vocabulary()).hide(heard.start(), heard.end());
  }

  /** What was said about which event is meant. */
  List<Reply> choices() {
    return replies.stream()
        .filter(reply -> reply.asked().question() == Question.WHICH_EVENT)
        .toList();
  }
}
