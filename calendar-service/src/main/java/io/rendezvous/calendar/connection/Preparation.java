package io.rendezvous.calendar.connection;

/** Something that must be done before the first call is taken; it is tried until it succeeds. */
@FunctionalInterface
public interface Preparation {
  void prepare() throws Exception;
}
