package io.rendezvous.systemtest.load.drive;

/** Told when what is counted begins and ends. */
public interface Phases {
  void begin();

  void end();
}
