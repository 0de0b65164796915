package io.rendezvous.gateway.preferences;

import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import tools.jackson.databind.node.ObjectNode;

/** The preferences of users: read from memory where they are fresh, changed one after the other. */
public final class UserPreferences {
  private static final Logger log = LoggerFactory.getLogger(UserPreferences.class);

  /** Somebody who changes the same user's more often at one moment is told to come again. */
  private static final int CHANGE_ATTEMPTS = 5;

  private final PreferencesTable table;
  private final PreferencesRules rules;
  private final PreferencesSettings settings;
  private final Map<UserId, Known> cache = new ConcurrentHashMap<>();
  private final Map<UserId, CompletableFuture<Known>> reading = new ConcurrentHashMap<>();
  private volatile boolean away;
  private volatile long awaySince;

  UserPreferences(PreferencesTable table, PreferencesRules rules, PreferencesSettings settings) {
    this.table = table;
    this.rules = rules;
    this.settings = settings;
  }

  private record Known(Chosen chosen, Meaning meaning, long sinceNanos) {}

  /**
   * What a prompt of this user takes along: at most {@code cache-time} old, or older while the
   * tables are away.
   */
  public Meaning of(UserId user) {
    Known known = cache.get(user);
    if (known != null && (isFresh(known) || areTablesAway())) {
      return known.meaning();
    }
    try {
      Known read = read(user);
      away = false;
      return read.meaning();
    } catch (SdkException tablesAway) {
      if (known == null) {
        throw tablesAway;
      }
      awaySince = System.nanoTime();
      away = true;
      log.warn("Preferences are as they were: {}", tablesAway.getClass().getSimpleName());
      return known.meaning();
    }
  }

  /** Many prompts of one user that come together wait for one read. */
  private Known read(UserId user) {
    var own = new CompletableFuture<Known>();
    CompletableFuture<Known> others = reading.putIfAbsent(user, own);
    if (others != null) {
      return await(others);
    }
    try {
      Known read = remember(user, table.find(user, settings.readLimit()));
      own.complete(read);
      return read;
    } catch (RuntimeException failure) {
      own.completeExceptionally(failure);
      throw failure;
    } finally {
      reading.remove(user, own);
    }
  }

  private static Known await(CompletableFuture<Known> read) {
    try {
      return read.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private boolean isFresh(Known known) {
    return System.nanoTime() - known.sinceNanos() < settings.cacheTime().toNanos();
  }

  private boolean areTablesAway() {
    return away && System.nanoTime() - awaySince < settings.awayPause().toNanos();
  }

  private Known remember(UserId user, Chosen chosen) {
    if (cache.size() >= settings.cachedUsers()) {
      cache.clear();
    }
    Known before = cache.get(user);
    // What was sealed stays as it is for as long as it says the same.
    Meaning meaning =
        before != null && before.chosen().version() == chosen.version()
            ? before.meaning()
            : rules.read(user, chosen.document());
    var known = new Known(chosen, meaning, System.nanoTime());
    cache.put(user, known);
    return known;
  }

  Chosen chosen(UserId user) {
    return remember(user, table.find(user, settings.readLimit())).chosen();
  }

  /** Lets this calendar be meant where the user names none. */
  public void meanCalendar(UserId user, String calendar) {
    change(user, null, document -> document.put(PreferencesRules.CALENDAR, calendar));
  }

  /** Takes the choice of a calendar back whose id begins so. */
  public void forgetCalendars(UserId user, String begin) {
    if (chosen(user).document().path(PreferencesRules.CALENDAR).asString("").startsWith(begin)) {
      change(
          user,
          null,
          document ->
              document.path(PreferencesRules.CALENDAR).asString("").startsWith(begin)
                  ? document.without(PreferencesRules.CALENDAR)
                  : document);
    }
  }

  /**
   * Changes what the user has chosen.
   *
   * @param ifMatch what must be there, as an HTTP validator; null where that does not matter
   * @throws Problem 400 if the result is not valid, 412 if something else is there, 409 if others
   *     change it all the time
   */
  Chosen change(UserId user, @Nullable String ifMatch, UnaryOperator<ObjectNode> change) {
    for (int i = 0; i < CHANGE_ATTEMPTS; i++) {
      Chosen before = table.find(user, settings.readLimit());
      if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(before.etag())) {
        throw Problem.of(
            ProblemCode.PRECONDITION_FAILED, "The preferences have changed; read them again.");
      }
      var next = new Chosen(before.version() + 1, change.apply(before.document().deepCopy()));
      rules.check(user, next.document());
      if (table.replace(user, next)) {
        return remember(user, next).chosen();
      }
    }
    throw Problem.of(ProblemCode.BUSY, "The preferences are being changed; send it again.");
  }
}
