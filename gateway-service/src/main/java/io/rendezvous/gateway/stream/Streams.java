package io.rendezvous.gateway.stream;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import io.rendezvous.gateway.security.Caller;
import io.rendezvous.gateway.tail.Following;
import io.rendezvous.gateway.tail.Tail;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import tools.jackson.databind.json.JsonMapper;

/** Opens streams, and keeps what goes wrong in them from the server's error pages. */
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
      HttpServletResponse response)
      throws InterruptedException {
    Place place = lastEventId == null ? Place.START : Place.parse(lastEventId);
    try (var following = tail.follow(conversation);
        var _ = open.open(caller.user())) {
      requireInLog(caller, following, place);
      var narrator = new Narrator(caller.user(), views, endings(following), null, place);
      OpenAsk.at(reader, caller.user(), following, place.sequence())
          .ifPresent(ask -> narrator.resume(ask.turn(), ask.sequence()));
      tell(caller, following, narrator, place, new SseWriter(response, json));
    }
  }

  /**
   * What happens in one turn, from its beginning to its end.
   *
   * @param accepted the number of the event that accepted it, 0 while there is none; throws what
   *     the client is told where it is refused
   */
  public void turn(
      Caller caller, TurnId turn, ToLongFunction<Following> accepted, HttpServletResponse response)
      throws InterruptedException {
    try (var following = tail.follow(turn.conversation());
        var _ = open.open(caller.user())) {
      var writer = new SseWriter(response, json);
      guarded(
          writer,
          () -> {
            writer.open();
            long first = awaitAccepted(caller, following, accepted, writer);
            if (first > 0) {
              var place = Place.of(first - 1);
              var narrator = new Narrator(caller.user(), views, endings(following), turn, place);
              run(caller, following, narrator, place, writer);
            }
          });
    }
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

  private Endings endings(Following following) {
    return new Endings(turn -> language(following, turn));
  }

  private Locale language(Following following, TurnId turn) {
    return reader.events(following, turn).stream()
        .filter(entry -> entry.event() instanceof Event.PromptAccepted)
        .map(entry -> ((Event.PromptAccepted) entry.event()).preferences().language())
        .findFirst()
        .orElse(Preferences.DEFAULT.language());
  }

  private void tell(
      Caller caller, Following following, Narrator narrator, Place place, SseWriter writer)
      throws InterruptedException {
    guarded(
        writer,
        () -> {
          writer.open();
          run(caller, following, narrator, place, writer);
        });
  }

  private void run(
      Caller caller, Following following, Narrator narrator, Place place, SseWriter writer)
      throws IOException, InterruptedException {
    var cursor = reader.after(caller.user(), following, place.sequence());
    new EventStream(following, cursor, narrator, new StreamClock(clock, settings, caller.until()))
        .run(writer);
  }

  private void guarded(SseWriter writer, Telling telling) throws InterruptedException {
    try {
      try {
        telling.run();
      } catch (Problem problem) {
        fail(writer, problem);
      } catch (SdkException tablesAway) {
        fail(writer, Problem.of(ProblemCode.HISTORY_UNAVAILABLE, "The history cannot be read."));
      } catch (RuntimeException failure) {
        log.error("A stream ends with an unexpected {}", failure.getClass().getName());
        fail(writer, Problem.of(ProblemCode.INTERNAL_ERROR, "The stream had to end."));
      }
    } catch (IOException clientLeft) {
      log.debug("A client left its stream");
    }
  }

  private static void fail(SseWriter writer, Problem problem) throws IOException {
    writer.write(List.of(new Frame(null, "error", problem.body())));
  }

  /** What is told on a stream that is open. */
  private interface Telling {
    void run() throws IOException, InterruptedException;
  }
}
