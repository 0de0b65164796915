package io.rendezvous.orchestrator.model.provider;

import static io.rendezvous.orchestrator.model.provider.ProviderCalls.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.orchestrator.model.ModelException;
import io.rendezvous.orchestrator.model.ModelReply;
import io.rendezvous.orchestrator.model.ModelToolCall;
import io.rendezvous.testsupport.ScriptedAnswer;
import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every provider answers alike, whatever its wire makes of it. */
@ParameterizedClass
@EnumSource(Provider.class)
class ProviderModelTest {
  private final Provider provider;
  private final ProviderCalls calls;
  private final List<String> pieces = new ArrayList<>();

  ProviderModelTest(Provider provider) {
    this.provider = provider;
    calls = new ProviderCalls(provider);
  }

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void streams_text_piece_by_piece() throws Exception {
    calls.server.then(ScriptedAnswer.saying("Bon", "jour ", "à tous 👋"));
    ModelReply reply = calls.model.answer(request(), pieces::add);
    assertThat(pieces).containsExactly("Bon", "jour ", "à tous 👋");
    assertThat(reply.text()).isEqualTo("Bonjour à tous 👋");
    assertThat(reply.calls()).isEmpty();
  }

  @Test
  void tells_what_the_answer_took() throws Exception {
    calls.server.then(ScriptedAnswer.saying("Oui"));
    var usage = calls.model.answer(request(), pieces::add).usage();
    assertThat(usage.provider()).isEqualTo(provider.label());
    assertThat(usage.model()).isEqualTo("scripted-model");
    assertThat(usage.inputTokens()).isEqualTo(11);
    assertThat(usage.cachedTokens()).isEqualTo(3);
    assertThat(usage.outputTokens()).isEqualTo(7);
  }

  @Test
  void shows_a_piece_before_the_next_has_come() throws Exception {
    var shown = new CountDownLatch(1);
    calls.server.then(
        ScriptedAnswer.stream().text("un ").await(shown).text("deux").end(Ending.STOP));
    ModelReply reply = calls.model.answer(request(), _ -> shown.countDown());
    assertThat(reply.text()).isEqualTo("un deux");
  }

  @Test
  void gathers_two_tool_calls_that_come_in_interleaved_pieces() throws Exception {
    calls.server.then(
        ScriptedAnswer.stream()
            .text("Je regarde.")
            .toolCallStart(0, "list_events")
            .toolCallPiece(0, "{\"from\":\"2026-11-27T00:00\",")
            .toolCallPiece(0, "\"to\":\"2026-11-28T00:00\"}")
            .toolCallStart(1, "find_free_time")
            .toolCallPiece(1, "{\"minutes\"")
            .toolCallPiece(1, ":30}")
            .end(Ending.CALLS));
    ModelReply reply = calls.model.answer(request(), pieces::add);
    assertThat(reply.text()).isEqualTo("Je regarde.");
    assertThat(reply.calls())
        .containsExactly(
            new ModelToolCall(
                null, "list_events", "{\"from\":\"2026-11-27T00:00\",\"to\":\"2026-11-28T00:00\"}"),
            new ModelToolCall(null, "find_free_time", "{\"minutes\":30}"));
  }

  @Test
  void takes_an_answer_one_byte_at_a_time() throws Exception {
    calls.server.then(ScriptedAnswer.saying("Réunion ", "déplacée 👍").inSingleBytes());
    assertThat(calls.model.answer(request(), pieces::add).text()).isEqualTo("Réunion déplacée 👍");
  }

  @Test
  void a_cut_behind_the_end_mark_loses_nothing() throws Exception {
    calls.server.then(ScriptedAnswer.saying("Oui").pause(Duration.ofMillis(50)).cut());
    assertThat(calls.model.answer(request(), pieces::add).text()).isEqualTo("Oui");
  }

  @Test
  void an_interrupt_closes_the_connection() throws Exception {
    var shown = new CountDownLatch(1);
    calls.server.then(ScriptedAnswer.stream().text("un").hang());
    var outcome = new AtomicReference<ModelException>();
    Thread asking =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    calls.model.answer(request(), _ -> shown.countDown());
                  } catch (ModelException e) {
                    outcome.set(e);
                  }
                });
    shown.await();
    asking.interrupt();
    asking.join();
    assertThat(outcome.get().reason()).isEqualTo(ModelFailure.STOPPED);
    await().until(() -> calls.server.abandoned() == 1);
  }

  @Test
  void an_interrupt_before_the_first_byte_closes_the_connection_too() throws Exception {
    calls.server.then(ScriptedAnswer.hanging());
    var outcome = new AtomicReference<ModelException>();
    Thread asking =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    calls.model.answer(request(), _ -> {});
                  } catch (ModelException e) {
                    outcome.set(e);
                  }
                });
    await().until(() -> calls.server.requests().size() == 1);
    asking.interrupt();
    asking.join();
    assertThat(outcome.get().reason()).isEqualTo(ModelFailure.STOPPED);
    await().until(() -> calls.server.abandoned() == 1);
  }

  @Test
  void five_hundred_streams_at_once_hold_no_thread_each() throws Exception {
    int streams = 500;
    var allShown = new CountDownLatch(streams);
    calls.server.otherwise(
        _ -> ScriptedAnswer.stream().text("un ").await(allShown).text("deux").end(Ending.STOP));
    int before = platformThreads();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<ModelReply>> asks =
          IntStream.range(0, streams)
              .<Callable<ModelReply>>mapToObj(
                  _ -> {
                    var first = new CountDownLatch(1);
                    return () ->
                        calls.model.answer(
                            request(),
                            _ -> {
                              if (first.getCount() > 0) {
                                first.countDown();
                                allShown.countDown();
                              }
                            });
                  })
              .toList();
      var running = asks.stream().map(executor::submit).toList();
      allShown.await();
      assertThat(platformThreads() - before).isLessThanOrEqualTo(20);
      for (var answer : running) {
        assertThat(answer.get().text()).isEqualTo("un deux");
      }
    }
  }

  private static int platformThreads() {
    return Thread.getAllStackTraces().size();
  }

  @Test
  void a_deadline_ends_a_stream_that_never_does() {
    calls.server.then(
        ScriptedAnswer.stream().text("un").pause(Duration.ofMillis(200)).text("deux").hang());
    ProviderFailuresTest.assertFails(
        calls,
        ProviderCalls.request(Duration.ofMillis(900), request().messages().getFirst()),
        ModelFailure.TIMED_OUT);
  }
}
