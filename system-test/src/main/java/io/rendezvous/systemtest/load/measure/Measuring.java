package io.rendezvous.systemtest.load.measure;

import static java.util.Objects.requireNonNull;

import io.rendezvous.systemtest.load.drive.Phases;
import org.jspecify.annotations.Nullable;

/** Takes the samples around what is counted. */
public final class Measuring implements Phases {
  private final Meter meter;
  private final Timings timings;
  private @Nullable Sample before;
  private @Nullable Spent spent;

  public Measuring(Meter meter, Timings timings) {
    this.meter = meter;
    this.timings = timings;
  }

  @Override
  public void begin() {
    before = meter.sample();
    timings.open();
  }

  @Override
  public void end() {
    timings.close();
    spent = Spent.between(requireNonNull(before, "begun"), meter.sample());
  }

  public Spent spent() {
    return requireNonNull(spent, "ended");
  }
}
