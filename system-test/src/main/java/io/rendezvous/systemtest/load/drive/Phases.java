package io.rendezvous.systemtest.load.drive;

/** Told when what is counted begins and ends. */
public interface Phases {
  /** Nobody wants to know. */
  Phases NONE =
      new Phases() {
        @Override
        public void begin() {}

        @Override
        public void end() {}
      };

  void begin();

  void end();
}
