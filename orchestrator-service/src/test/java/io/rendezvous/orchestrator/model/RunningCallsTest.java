package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.AskId;
import org.junit.jupiter.api.Test;

class RunningCallsTest {
  private static final AskId ONE = new AskId("000000000000000a");
  private static final AskId TWO = new AskId("000000000000000b");
  private static final AskId THREE = new AskId("000000000000000c");

  private final RunningCalls calls = new RunningCalls(2);

  @Test
  void a_stop_interrupts_the_call_of_that_ask() {
    RunningCall call = calls.begin(ONE);
    calls.stop(TWO);
    assertThat(call.isStopped()).isFalse();
    calls.stop(ONE);
    assertThat(call.isStopped()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
    calls.end(call);
  }

  @Test
  void a_stop_that_comes_first_is_remembered() {
    calls.stop(ONE);
    RunningCall call = calls.begin(ONE);
    assertThat(call.isStopped()).isTrue();
    calls.end(call);
  }

  @Test
  void the_oldest_stops_are_forgotten() {
    calls.stop(ONE);
    calls.stop(TWO);
    calls.stop(THREE);
    RunningCall call = calls.begin(ONE);
    assertThat(call.isStopped()).isFalse();
    calls.end(call);
  }

  @Test
  void a_stop_as_the_call_ends_leaves_no_interrupt_behind() {
    RunningCall call = calls.begin(ONE);
    calls.stop(ONE);
    calls.end(call);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void a_call_that_has_ended_is_not_interrupted() {
    calls.end(calls.begin(ONE));
    calls.stop(ONE);
    calls.interruptAll();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
