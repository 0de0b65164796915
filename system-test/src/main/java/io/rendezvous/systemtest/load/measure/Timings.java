package io.rendezvous.systemtest.load.measure;

import io.rendezvous.systemtest.load.drive.TurnDone;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Gathers the times of turns that end while it is open. */
public final class Timings implements Consumer<TurnDone> {
  private static final int DIGITS = 3;
  private static final int ERROR_CHARACTERS = 200;

  private final Histogram turn = new ConcurrentHistogram(DIGITS);
  private final Histogram overhead = new ConcurrentHistogram(DIGITS);
  private final Histogram firstText = new ConcurrentHistogram(DIGITS);
  private final LongAdder ended = new LongAdder();
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
  private volatile boolean open;

  public void open() {
    open = true;
  }

  public void close() {
    open = false;
  }

  @Override
  public void accept(TurnDone done) {
    String error = done.error();
    if (error != null) {
      // Also outside of the time that counts: no error goes unseen.
      errors
          .computeIfAbsent(
              error.substring(0, Math.min(ERROR_CHARACTERS, error.length())), _ -> new LongAdder())
          .increment();
    } else if (open) {
      ended.increment();
      turn.recordValue(done.turnMicros());
      overhead.recordValue(done.overheadMicros());
      if (done.firstTextAt() > 0) {
        firstText.recordValue(done.firstTextMicros());
      }
    }
  }

  public long ended() {
    return ended.sum();
  }

  public Histogram turn() {
    return turn;
  }

  public Histogram overhead() {
    return overhead;
  }

  public Histogram firstText() {
    return firstText;
  }

  public Map<String, Long> errors() {
    var counts = new TreeMap<String, Long>();
    errors.forEach((error, count) -> counts.put(error, count.sum()));
    return counts;
  }
}
