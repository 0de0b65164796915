package io.rendezvous.gateway.action;

import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Request.SubmitAction;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.kafka.IdempotencyKey;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.preferences.UserPreferences;
import io.rendezvous.gateway.security.Ownership;
import io.rendezvous.gateway.submission.Submissions;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Following;
import io.rendezvous.gateway.tail.Tail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out what a user does herself: each once, however often it is sent. */
public final class Actions {
  private final Tail tail;
  private final LogReader log;
  private final Submissions submissions;
  private final Ownership ownership;
  private final Vault vault;
  private final UserPreferences preferences;
  private final Duration wait;
  private final Semaphore waits;

  Actions(
      Tail tail,
      LogReader log,
      Submissions submissions,
      Ownership ownership,
      Vault vault,
      UserPreferences preferences,
      ActionSettings settings) {
    this.tail = tail;
    this.log = log;
    this.submissions = submissions;
    this.ownership = ownership;
    this.vault = vault;
    this.preferences = preferences;
    this.wait = settings.longestWait();
    this.waits = new Semaphore(settings.maxWaiting());
  }

  /**
   * Returns when the action has come to its end, or when that has been waited for long enough.
   *
   * @param asked all that the client sent, in a form of its own for each kind of request
   * @param arguments made of the user's preferences, and only where it is no repeat
   */
  public ActionResult perform(
      UserId user,
      String tool,
      String asked,
      Function<Preferences, ? extends CalendarArguments> arguments,
      IdempotencyKey key,
      @Nullable String traceparent)
      throws InterruptedException {
    var turn = TurnId.of(ownership.direct(user), key.value());
    // From before it is in the log, so that nothing of it is let go of meanwhile.
    try (var following = tail.follow(turn.conversation())) {
      submissions.submit(
          user,
          turn,
          key,
          () -> vault.digest(user, tool + "\n" + asked),
          digest -> {
            Preferences chosen = preferences.of(user).preferences().forTools();
            String json = Json.MAPPER.writeValueAsString(arguments.apply(chosen));
            return new SubmitAction(user, turn, tool, vault.seal(user, json), digest, chosen);
          },
          traceparent);
      return await(user, following, turn);
    }
  }

  private ActionResult await(UserId user, Following following, TurnId turn)
      throws InterruptedException {
    if (!waits.tryAcquire()) {
      return result(user, following, turn);
    }
    try {
      long deadline = System.nanoTime() + wait.toNanos();
      while (true) {
        long version = following.version();
        ActionResult result = result(user, following, turn);
        long left = deadline - System.nanoTime();
        if (!(result instanceof ActionResult.Pending) || left <= 0 || following.closing()) {
          return result;
        }
        following.await(version, Duration.ofNanos(left));
      }
    } finally {
      waits.release();
    }
  }

  private ActionResult result(UserId user, Following following, TurnId turn) {
    List<Entry> events = log.events(following, turn);
    ActionResult result = new ActionResult.Pending(turn);
    for (Entry entry : events) {
      switch (entry.event()) {
        case Event.ToolSucceeded done -> {
          return new ActionResult.Done(turn, vault.open(user, done.result()), done.receipt());
        }
        case Event.ToolRefused refused -> {
          var message = refused.message();
          String detail = message == null ? null : vault.open(user, message);
          return new ActionResult.Refused(turn, refused.reason(), detail);
        }
        // A call that reports late is done all the same: the events that follow may tell.
        case Event.TurnEnded(_, var reason) -> result = new ActionResult.Ended(turn, reason);
        case Event.OfTurn _,
            Event.ConversationCreated _,
            Event.ApprovalRefused _,
            Event.Unrecognized _ -> {}
      }
    }
    return result;
  }
}
