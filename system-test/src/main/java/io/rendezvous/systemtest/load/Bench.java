package io.rendezvous.systemtest.load;

/** {@code ./rendezvous bench}. */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(io.rendezvous.systemtest.load.scenario.First.run(arguments));
  }
}
