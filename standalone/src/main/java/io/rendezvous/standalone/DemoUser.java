package io.rendezvous.standalone;

/** The user of the one-command run. */
record DemoUser(String token) {
  static DemoUser of(Services services, DataFolder data) {
    return new DemoUser("");
  }
}
