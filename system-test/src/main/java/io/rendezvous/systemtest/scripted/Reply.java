package io.rendezvous.systemtest.scripted;

import io.rendezvous.systemtest.http.Answering;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Answers one question as the script and the user's text say. */
final class Reply {
  private static final Map<String, String> STREAM = Map.of("Content-Type", "text/event-stream");
  private static final Map<String, String> ERROR = Map.of("Content-Type", "application/json");
  private static final Map<String, String> LIMITED =
      Map.of("Content-Type", "application/json", "Retry-After", "1");
  private static final int HUGE_BYTES = 10_000_000;
  private static final byte[] TOKEN = Chunks.text("mot ");
  private static final byte[] LONG = Chunks.text("mot ".repeat(2_500));
  private static final Duration ENDLESS_PACE = Duration.ofMillis(20);

  private final Script script;
  private final Question question;
  private final Wish wish;
  private final Ledger ledger;
  private final long began = System.nanoTime();

  Reply(Script script, Question question, Ledger ledger) {
    this.script = script;
    this.question = question;
    this.wish = Wish.in(question.text());
    this.ledger = ledger;
  }

  void to(Answering answer) throws IOException, InterruptedException {
    int requests = ledger.asked(wish.turn(), question.toolResults(), question.bytes());
    think(requests);
    Fault fault = fault(requests);
    if (fault == null) {
      answer.open(STREAM);
      normal(answer);
    } else {
      new Failing(this, answer).with(fault);
    }
  }

  /** A tool call while rounds are left, then the text. */
  void normal(Answering answer) throws IOException, InterruptedException {
    int rounds = wish.rounds() < 0 ? script.rounds() : wish.rounds();
    if (question.mayCall() && question.toolResults() < rounds) {
      call(
          answer,
          wish.tool() == null ? script.tool() : wish.tool(),
          wish.arguments() == null ? script.arguments() : wish.arguments());
    } else {
      say(answer);
    }
  }

  void call(Answering answer, String tool, String arguments) throws IOException {
    answer.chunk(Chunks.call(tool, arguments));
    answer.chunk(end(Chunks.TOOL_CALLS));
    ledger.spent(wish.turn(), System.nanoTime() - began, true);
    answer.end();
  }

  private void say(Answering answer) throws IOException, InterruptedException {
    tokens(answer, script.tokens());
    long own = ledger.spent(wish.turn(), System.nanoTime() - began, true);
    answer.chunk(Chunks.text(OwnTime.mark(own)));
    answer.chunk(end(Chunks.STOP));
    answer.end();
  }

  /**
   * Counts the most there can be: a token for each byte that was read, and all that may be said.
   */
  private byte[] end(String reason) {
    ledger.told(question.bytes() + question.maxTokens());
    return Chunks.end(reason, question.bytes(), question.maxTokens());
  }

  private void tokens(Answering answer, int count) throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      answer.chunk(TOKEN);
      if (script.tokensPerSecond() > 0) {
        answer.flush();
        long due = start + (long) ((i + 1) * 1e9 / script.tokensPerSecond());
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      }
    }
  }

  private @Nullable Fault fault(int requests) {
    Fault wished = wish.fault();
    if (wished != null) {
      return requests <= wish.times() ? wished : null;
    }
    String always = script.fault();
    if (always == null) {
      return null;
    }
    Wish all = Wish.in("#" + always);
    return requests <= all.times() ? all.fault() : null;
  }

  private void think(int requests) throws InterruptedException {
    double millis = wish.thinkMillis() < 0 ? script.think().toNanos() / 1e6 : wish.thinkMillis();
    if (millis > 0 && script.exponential()) {
      // By the turn's name and place, so that the same seed is the same run whatever overtakes.
      var random = new SplittableRandom(script.seed() * 31 + wish.turn().hashCode() + requests);
      millis *= -Math.log(1 - random.nextDouble());
    }
    if (millis > 0) {
      Thread.sleep(Duration.ofNanos((long) (millis * 1e6)));
    }
  }

  /** Carries the faults out. */
  private record Failing(Reply reply, Answering answer) {
    void with(Fault fault) throws IOException, InterruptedException {
      switch (fault) {
        case LIMITED -> answer.whole(429, LIMITED, Chunks.error("Too many requests."));
        case UNAVAILABLE -> answer.whole(503, ERROR, Chunks.error("Overloaded."));
        case HANG -> answer.awaitHangUp();
        case CUT -> {
          someText();
          answer.cut();
        }
        case STALL -> {
          someText();
          answer.awaitHangUp();
        }
        case ENDLESS -> {
          answer.open(STREAM);
          while (true) {
            answer.chunk(TOKEN);
            answer.flush();
            Thread.sleep(ENDLESS_PACE);
          }
        }
        case HUGE -> {
          answer.open(STREAM);
          for (int sent = 0; sent < HUGE_BYTES; sent += LONG.length) {
            answer.chunk(LONG);
          }
          answer.chunk(reply.end(Chunks.STOP));
          answer.end();
        }
        case MALFORMED -> {
          answer.open(STREAM);
          reply.call(answer, reply.script.tool(), "{\"from\": \"20");
        }
        case STRANGER -> {
          answer.open(STREAM);
          reply.call(answer, "send_money", "{}");
        }
      }
    }

    private void someText() throws IOException, InterruptedException {
      answer.open(STREAM);
      reply.tokens(answer, Math.max(1, reply.script.tokens() / 2));
    }
  }
}
