package io.rendezvous.calendar.caldav;

import static io.rendezvous.calendar.TestCalls.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.calendar.journal.Written;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.DavServer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever carries out an effect dies in the midst of it, and the call comes again elsewhere. That
 * the service is killed in earnest is tried on the whole product.
 */
@ParameterizedClass
@EnumSource(DavServer.class)
class DavCrashTest {
  private static final int TIMES = 10;
  private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

  @Parameter DavServer server;

  /** Where it dies. */
  enum Point {
    AFTER_INTENTION {
      @Override
      Written at(RemoteStore store, Effect planned) {
        throw new Death();
      }
    },
    AFTER_ANSWER {
      @Override
      Written at(RemoteStore store, Effect planned) {
        assertThat(store.write(planned)).isInstanceOf(Written.Done.class);
        throw new Death();
      }
    },
    AFTER_SETTLE {
      @Override
      Written at(RemoteStore store, Effect planned) {
        return store.write(planned);
      }
    };

    abstract Written at(RemoteStore store, Effect planned);
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void an_event_is_created_once(Point point) {
    var scene = new Scene(new DavFixture(server));
    for (int i = 0; i < TIMES; i++) {
      EffectId id = scene.id();
      Effect effect =
          scene.dying(
              point,
              (calendars, calendar) -> calendars.create(calendar, id, lunch(), Notify.NOBODY));
      assertThat(scene.get(effect.event().id())).contains(effect.event());
      assertThat(scene.objects()).isEqualTo(i + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void an_event_is_moved_once(Point point) {
    var scene = new Scene(new DavFixture(server));
    CalendarEvent event = scene.create(lunch());
    for (int i = 1; i <= TIMES; i++) {
      EffectId id = scene.id();
      Effect effect =
          scene.dying(
              point,
              (calendars, calendar) ->
                  calendars.change(
                      calendar,
                      id,
                      event.id(),
                      current -> new Outcome.Done<>(later(current.content())),
                      Notify.NOBODY));
      assertThat(effect.event().time().start()).isEqualTo(START.plusSeconds(60L * i));
      assertThat(scene.get(event.id())).contains(effect.event());
    }
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void an_event_is_deleted_once(Point point) {
    var scene = new Scene(new DavFixture(server));
    for (int i = 0; i < TIMES; i++) {
      CalendarEvent event = scene.create(lunch());
      scene.delete(point, event.id());
      assertThat(scene.get(event.id())).isEmpty();
      assertThat(scene.objects()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void an_occurrence_is_deleted_once_and_put_back_once(Point point) {
    var scene = new Scene(new DavFixture(server));
    CalendarEvent series =
        scene.create(lunch().recurring(new Recurrence(List.of("RRULE:FREQ=DAILY;COUNT=60"))));
    String occurrence = series.id() + "~20261128T120000Z";
    for (int i = 0; i < TIMES / 2; i++) {
      Effect deleted = scene.delete(point, occurrence);
      assertThat(scene.get(occurrence)).isEmpty();
      EffectId undoing = scene.id();
      scene.dying(point, (calendars, _) -> calendars.undo(undoing, deleted));
      assertThat(scene.get(occurrence)).isPresent();
    }
  }

  static EventContent lunch() {
    return new EventContent(
        new EventText("Lunch", null, null, List.of()),
        new EventTime(START, START.plusSeconds(3600), ZoneId.of("Europe/Paris")));
  }

  private static EventContent later(EventContent content) {
    EventTime time = content.time();
    return content.at(
        new EventTime(time.start().plusSeconds(60), time.end().plusSeconds(60), time.zone()));
  }

  /** A user's calendar that nobody else touches. */
  private static final class Scene {
    private final UserId ana = TestCalls.newUser();
    private final DavFixture dav;
    private final CalendarId calendar;

    Scene(DavFixture dav) {
      this.dav = dav;
      this.calendar = dav.calendar(ana);
    }

    EffectId id() {
      return TestCalls.newEffect(ana);
    }

    CalendarEvent create(EventContent content) {
      return done(dav.calendars().create(calendar, id(), content, Notify.NOBODY)).event();
    }

    Effect delete(Point point, String event) {
      EffectId id = id();
      return dying(
          point,
          (calendars, _) -> calendars.delete(calendar, id, event, Condition.NONE, Notify.NOBODY));
    }

    Optional<CalendarEvent> get(String event) {
      return dav.calendars().get(calendar, event) instanceof Outcome.Done<CalendarEvent>(var found)
          ? Optional.of(found)
          : Optional.empty();
    }

    /** What another program finds on the server. */
    int objects() {
      String path = calendar.remote().orElseThrow();
      String listed =
          dav.send("PROPFIND", path, null, "Depth", "1", "Content-Type", "application/xml").body();
      return listed.split(path + "[0-9a-v]{16}[.]ics<", -1).length - 1;
    }

    /** The first who tries dies at the point; another then finds what it has left. */
    Effect dying(Point point, BiFunction<Calendar, CalendarId, Outcome<Effect>> call) {
      CalDavCalendar mortal =
          dav.calendars(
              store ->
                  new RemoteStore() {
                    @Override
                    public Outcome<CalendarEvent> read(CalendarId calendar, String event) {
                      return store.read(calendar, event);
                    }

                    @Override
                    public Written write(Effect planned) {
                      return point.at(store, planned);
                    }
                  });
      if (point == Point.AFTER_SETTLE) {
        Effect told = done(call.apply(mortal, calendar));
        assertThat(done(call.apply(dav.calendars(), calendar))).isEqualTo(told);
        return told;
      }
      assertThatThrownBy(() -> call.apply(mortal, calendar)).isInstanceOf(Death.class);
      return done(call.apply(dav.calendars(), calendar));
    }
  }

  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
