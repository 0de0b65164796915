package io.rendezvous.systemtest.check;

/** What must be true after every fault. */
public enum Invariant {
  I1("an accepted prompt has exactly one end, and the log no gap"),
  I2("an effect happens at most once, and what is reported done is there"),
  I3("a stream tells every event once, in order, and its text is the log's"),
  I4("the tables equal the fold of the log"),
  I5("nobody sees another user's record"),
  I6("services are ready, and turns end, soon after the fault has gone"),
  I7("memory, threads, files and lag are again what they were");

  private final String promise;

  Invariant(String promise) {
    this.promise = promise;
  }

  public String promise() {
    return promise;
  }
}
