package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class DeltaStreamTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private record Piece(int offset, String text) {}

  private final List<Piece> written = new CopyOnWriteArrayList<>();

  @Test
  void writes_the_first_piece_at_once_and_gathers_the_rest() throws Exception {
    try (var stream = stream(LONG, 2_000)) {
      stream.add("Bon");
      await().until(() -> written.size() == 1);
      stream.add("jour ");
      stream.add("à tous");
      stream.finish();
    }
    assertThat(written).containsExactly(new Piece(0, "Bon"), new Piece(3, "jour à tous"));
  }

  @Test
  void writes_what_it_gathered_while_the_model_pauses() throws Exception {
    try (var stream = stream(Duration.ofMillis(20), 2_000)) {
      stream.add("un");
      await().until(() -> written.size() == 1);
      stream.add(" deux");
      await().until(() -> written.size() == 2);
      stream.finish();
    }
    assertThat(written).containsExactly(new Piece(0, "un"), new Piece(2, " deux"));
  }

  @Test
  void gathers_no_more_than_a_piece_may_hold() throws Exception {
    try (var stream = stream(LONG, 4)) {
      stream.add("abcdefghij");
      stream.finish();
    }
    assertThat(written)
        .containsExactly(new Piece(0, "abcd"), new Piece(4, "efgh"), new Piece(8, "ij"));
  }

  @Test
  void keeps_the_halves_of_a_pair_together_when_a_piece_is_full() throws Exception {
    try (var stream = stream(LONG, 3)) {
      stream.add("ab👋cd");
      stream.finish();
    }
    assertThat(written).containsExactly(new Piece(0, "ab"), new Piece(2, "👋c"), new Piece(5, "d"));
  }

  @Test
  void waits_for_the_other_half_of_a_pair() throws Exception {
    try (var stream = stream(Duration.ZERO, 2_000)) {
      stream.add("a\ud83d");
      await().until(() -> written.size() == 1);
      stream.add("\udc4bb");
      stream.finish();
    }
    assertThat(written).containsExactly(new Piece(0, "a"), new Piece(1, "👋b"));
  }

  @Test
  void writes_nothing_for_nothing() throws Exception {
    try (var stream = stream(LONG, 2_000)) {
      stream.finish();
    }
    assertThat(written).isEmpty();
  }

  @Test
  void drops_what_is_not_yet_written_when_closed() throws Exception {
    var stream = stream(LONG, 2_000);
    stream.add("un");
    await().until(() -> written.size() == 1);
    stream.add("deux");
    stream.close();
    stream.finish();
    assertThat(written).containsExactly(new Piece(0, "un"));
  }

  @Test
  void tells_of_a_piece_that_could_not_be_written() {
    var stream =
        new DeltaStream(
            (_, _) -> CompletableFuture.failedFuture(new IllegalStateException("no broker")),
            LONG,
            2_000);
    stream.add("un");
    assertThatThrownBy(stream::finish).isInstanceOf(ExecutionException.class);
  }

  private DeltaStream stream(Duration interval, int maxCharacters) {
    return new DeltaStream(
        (offset, piece) -> {
          written.add(new Piece(offset, piece));
          return CompletableFuture.completedFuture(null);
        },
        interval,
        maxCharacters);
  }
}
