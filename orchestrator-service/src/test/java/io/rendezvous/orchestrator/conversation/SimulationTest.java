package io.rendezvous.orchestrator.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ActionAccepted;
import io.rendezvous.common.event.Event.CalendarChanged;
import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.Event.OfModel;
import io.rendezvous.common.event.Event.PromptAccepted;
import io.rendezvous.common.event.Event.SummaryAsked;
import io.rendezvous.common.event.Event.SummaryMade;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.Event.TurnStarted;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.wire.Json;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulationTest {
  static LongStream seeds() {
    return LongStream.range(0, 2_500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_invariants_hold(long seed) {
    Simulation world = new Simulation(seed).run();
    List<Event> events = world.events().stream().map(NumberedEvent::event).toList();

    assertThat(world.events().stream().map(NumberedEvent::sequence))
        .as("sequence numbers have no gap and no repeat")
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    assertThat(of(events, TurnEnded.class, TurnEnded::turn))
        .as("every accepted turn ends exactly once")
        .containsExactlyInAnyOrderElementsOf(
            both(
                of(events, PromptAccepted.class, PromptAccepted::turn),
                of(events, ActionAccepted.class, ActionAccepted::turn)));
    assertThat(of(events, TurnStarted.class, TurnStarted::turn)).doesNotHaveDuplicates();
    assertThat(of(events, ModelAsked.class, ModelAsked::ask)).doesNotHaveDuplicates();
    assertThat(of(events, OfModel.class, OfModel::ask))
        .as("what a model call took is told exactly once")
        .containsExactlyInAnyOrderElementsOf(asks(events));
    assertThat(of(events, ToolAsked.class, ToolAsked::call))
        .as("a call is asked for once, and comes to one end")
        .doesNotHaveDuplicates()
        .isSubsetOf(ends(events));
    assertThat(ends(events)).doesNotHaveDuplicates();
    assertThat(effects(events))
        .as("the log knows every effect, and no other")
        .containsExactlyInAnyOrderElementsOf(world.calendar());
    assertThat(world.live().owed()).as("nothing stays owed").isEmpty();
    assertThat(world.live().owedAsks()).as("every model call is paid").isEmpty();
    assertThat(world.live().summarizing()).isNull();
    assertThat(of(events, SummaryMade.class, SummaryMade::through))
        .as("each summary covers more than the one before")
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(of(events, CalendarChanged.class, CalendarChanged::turn))
        .as("what others changed is told once")
        .containsExactlyInAnyOrderElementsOf(world.outside());
    Approved.check(world, events);
    Undone.check(events);
    Provenance.check(world, events);
    assertThat(world.everyModelCall())
        .allSatisfy(call -> assertThat(Acceptable.flaws(call.messages())).isEmpty());
    assertThat(
            Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(world.live()), Conversation.class))
        .as("the stored state is the state")
        .isEqualTo(world.live());
  }

  private static List<AskId> asks(List<Event> events) {
    return both(
        of(events, ModelAsked.class, ModelAsked::ask),
        of(events, SummaryAsked.class, SummaryAsked::ask));
  }

  private static List<CallId> ends(List<Event> events) {
    return both(
        of(events, ToolSucceeded.class, ToolSucceeded::call),
        of(events, ToolRefused.class, ToolRefused::call));
  }

  private static List<CallId> effects(List<Event> events) {
    return events.stream()
        .filter(ToolSucceeded.class::isInstance)
        .map(ToolSucceeded.class::cast)
        .filter(done -> ToolCatalogue.hasEffects(done.name()))
        .filter(done -> !done.name().equals(ToolCatalogue.UNDO_TURN))
        .map(ToolSucceeded::call)
        .toList();
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  static <E, T> List<T> of(List<Event> events, Class<E> kind, Function<E, T> part) {
    return events.stream().filter(kind::isInstance).map(kind::cast).map(part).toList();
  }
}
