package io.rendezvous.common.start;

/** Something that must be done before a service can work; done again until it succeeds. */
@FunctionalInterface
public interface Step {
  /** Returns when it is done; ends at once when its thread is interrupted. */
  void take() throws Exception;
}
