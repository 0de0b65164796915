package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.ListEvents;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Events;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.dates.Meaning.Series;
import io.rendezvous.dates.Meaning.Within;
import io.rendezvous.dates.Period;
import io.rendezvous.dates.RepeatedDay.SameDay;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the events that the user means, page by page.
 *
 * @param source what was said about when they are
 * @param choice what was chosen from a list
 * @param fromOthers whether only invitations are looked for
 */
record EventSearch(
    Scene scene,
    Description description,
    Timing source,
    Optional<String> choice,
    boolean fromOthers) {
  private static final Duration LOOK_AHEAD = Duration.ofDays(60);
  private static final int MOST_PAGES = 20;

  static EventSearch of(Scene scene, Timing source) {
    Request request = scene.request();
    Vocabulary vocabulary = request.language().vocabulary();
    Description description = Description.of(request.openingMask(), vocabulary);
    Optional<String> choice = Optional.empty();
    for (Reply reply : request.choices()) {
      choice = Choice.line(reply, vocabulary);
      if (choice.isEmpty()) {
        description =
            description.with(Description.of(Mask.of(reply.said(), vocabulary), vocabulary));
      }
    }
    return new EventSearch(scene, description, source, choice, false);
  }

  EventSearch invitations() {
    return new EventSearch(scene, description, source, choice, true);
  }

  /** The next page, until all are known. */
  Optional<Step> next() {
    List<Events> pages = pages();
    if (pages.isEmpty()) {
      return Optional.of(list(period().from()));
    }
    Events last = pages.getLast();
    boolean goesOn =
        last.more()
            && !last.events().isEmpty()
            && pages.size() < MOST_PAGES
            && (pages.size() == 1 || endsLater(last, pages.get(pages.size() - 2)));
    return goesOn
        ? Optional.of(list(scene.local(last.events().getLast().start())))
        : Optional.empty();
  }

  Period period() {
    LocalDateTime now = scene.now().truncatedTo(ChronoUnit.MINUTES);
    return it().map(event -> new Period(scene.local(event.start()), scene.local(event.end())))
        .or(() -> source.namedDays().map(this::asFarAsMeant))
        .orElseGet(() -> new Period(now, now.plus(LOOK_AHEAD)));
  }

  /** "From Tuesday on" has no end. */
  private Period asFarAsMeant(Period days) {
    Request request = scene.request();
    boolean onwards =
        source.said().stream().anyMatch(Within.class::isInstance)
            && request
                .language()
                .vocabulary()
                .scopes()
                .following()
                .matcher(request.opening().folded())
                .find();
    return onwards ? new Period(days.from(), days.from().plus(LOOK_AHEAD)) : days;
  }

  List<EventView> found() {
    Optional<EventView> it = it();
    return all().stream()
        .filter(event -> it.isEmpty() || isOf(it.get(), event))
        .filter(event -> !fromOthers || Boolean.TRUE.equals(event.byOthers()))
        .filter(description::fits)
        .filter(event -> source.series().stream().allMatch(series -> isOf(series, event)))
        .filter(event -> choice.isEmpty() || choice.get().equals(scene.line(event)))
        .filter(
            event ->
                source.once().time().stream()
                    .allMatch(scene.local(event.start()).toLocalTime()::equals))
        .toList();
  }

  /** Nothing tells which event is meant: even a single one may be another. */
  boolean isVague() {
    return saysNothing() && it().isEmpty();
  }

  /** Where nothing tells which event is meant, it is the one that was spoken of. */
  private Optional<EventView> it() {
    return saysNothing() && !fromOthers ? scene.lastTouched() : Optional.empty();
  }

  private boolean saysNothing() {
    return description.isEmpty() && choice.isEmpty() && source.isEmpty();
  }

  /** The event itself, or an occurrence of the series that it is. */
  private static boolean isOf(EventView it, EventView event) {
    return it.id().equals(event.id()) || it.id().equals(event.seriesId());
  }

  /** Whether it is an occurrence of a series that is on such days. */
  private boolean isOf(Series series, EventView event) {
    boolean anyDay = series.recurrence().on() instanceof SameDay;
    LocalDate day = scene.span(event).start().toLocalDate();
    return event.seriesId() != null
        && (anyDay
            || series.next((int) LOOK_AHEAD.toDays()).stream()
                .map(LocalDateTime::toLocalDate)
                .anyMatch(day::equals));
  }

  private Call list(LocalDateTime from) {
    return new Call(ToolCatalogue.LIST_EVENTS, new ListEvents(from, period().to(), null, null));
  }

  private List<Events> pages() {
    return scene.results().stream()
        .filter(Events.class::isInstance)
        .map(Events.class::cast)
        .toList();
  }

  private Collection<EventView> all() {
    Map<String, EventView> events = new LinkedHashMap<>();
    pages().forEach(page -> page.events().forEach(event -> events.put(event.id(), event)));
    return events.values();
  }

  private static boolean endsLater(Events page, Events before) {
    return page.events().getLast().start().isAfter(before.events().getLast().start());
  }
}
