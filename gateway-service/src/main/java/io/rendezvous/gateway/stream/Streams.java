package io.rendezvous.gateway.stream;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.security.Caller;
import io.rendezvous.gateway.tail.Following;
import io.rendezvous.gateway.tail.Tail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Opens streams; each is then told on a thread of its own, and the request's thread is free. */
public final class Streams {
  private static final Logger log = LoggerFactory.getLogger(Streams.class);

  private final Tail tail;
  private final LogReader reader;
  private final Views views;
  private final OpenStreams open;
  private final StreamSettings settings;
  private final JsonMapper json;
  private final InstantSource clock;

  Streams(
      Tail tail,
      LogReader reader,
      Views views,
      OpenStreams open,
      StreamSettings settings,
      JsonMapper json,
      InstantSource clock) {
    this.tail = tail;
    this.reader = reader;
    this.views = views;
    this.open = open;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Everything that happens in a conversation, after the event of this id, until the client leaves.
   *
   * @param lastEventId null is from the beginning
   */
  public void conversation(
      Caller caller,
      ConversationId conversation,
      @Nullable String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    Place place = lastEventId == null ? Place.START : Place.parse(lastEventId);
    try (var hold = hold(caller, conversation)) {
      var following = hold.following();
      requireInLog(caller, following, place);
      var narrator = narrator(caller, following, null, place);
      OpenAsk.at(reader, caller.user(), following, place.sequence())
          .ifPresent(ask -> narrator.resume(ask.turn(), ask.sequence()));
      tell(
          hold,
          request,
          response,
          client -> stream(caller, following, narrator, place).run(client));
    }
  }

  /**
   * What happens in one turn, from its beginning to its end.
   *
   * @param accepted the number of the event that accepted it, 0 while there is none; throws what
   *     the client is told where it is refused
   */
  public void turn(
      Caller caller,
      TurnId turn,
      ToLongFunction<Following> accepted,
      HttpServletRequest request,
      HttpServletResponse response) {
    try (var hold = hold(caller, turn.conversation())) {
      var following = hold.following();
      tell(
          hold,
          request,
          response,
          client -> {
            long first = awaitAccepted(caller, following, accepted, client);
            if (first > 0) {
              var place = Place.of(first - 1);
              stream(caller, following, narrator(caller, following, turn, place), place)
                  .run(client);
            }
          });
    }
  }

  private Hold hold(Caller caller, ConversationId conversation) {
    var following = tail.follow(conversation);
    try {
      return new Hold(following, open.open(caller.user()));
    } catch (Problem tooMany) {
      following.close();
      throw tooMany;
    }
  }

  /** The head is sent from here, for the filters add to it. */
  private void tell(
      Hold hold, HttpServletRequest request, HttpServletResponse response, Telling telling) {
    try {
      SseWriter.open(response);
    } catch (IOException clientLeft) {
      log.debug("A client left before its stream began");
      return;
    }
    var held = hold.handOver();
    Detached.run(
        request,
        answer -> {
          try (held) {
            telling.run(new SseWriter(answer, json), log);
          }
        });
  }

  private Narrator narrator(
      Caller caller, Following following, @Nullable TurnId only, Place place) {
    return new Narrator(caller.user(), views, new Endings(reader, following), only, place);
  }

  private EventStream stream(Caller caller, Following following, Narrator narrator, Place place) {
    var cursor = reader.after(caller.user(), following, place.sequence());
    return new EventStream(
        following, cursor, narrator, new StreamClock(clock, settings, caller.until()));
  }

  private long awaitAccepted(
      Caller caller, Following following, ToLongFunction<Following> accepted, SseWriter writer)
      throws IOException, InterruptedException {
    var time = new StreamClock(clock, settings, caller.until());
    while (!following.closing() && !time.over()) {
      long version = following.version();
      long first = accepted.applyAsLong(following);
      if (first > 0) {
        return first;
      }
      if (time.heartbeatDue()) {
        writer.heartbeat();
        time.wrote();
      }
      following.await(version, time.pause(false));
    }
    return 0;
  }

  private void requireInLog(Caller caller, Following following, Place place)
      throws InterruptedException {
    long deadline = System.nanoTime() + settings.resumeWait().toNanos();
    while (following.last() < place.sequence()
        && reader.last(caller.user(), following) < place.sequence()) {
      if (System.nanoTime() > deadline || following.closing()) {
        throw Place.unknown();
      }
      following.await(following.version(), settings.lookAgain());
    }
  }
}
