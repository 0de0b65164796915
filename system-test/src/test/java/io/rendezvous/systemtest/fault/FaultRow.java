package io.rendezvous.systemtest.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One row of the table of faults, run as often as {@link FaultSettings} says, each time with
 * another seed. The test takes a {@link Scene}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(FaultRows.class)
@interface FaultRow {
  /** As in the table. */
  int number();

  /** What goes wrong, in words. */
  String fault();

  /** What it is run on. */
  Setup setup() default Setup.USUAL;

  /** How many conversations go on in the background. */
  int load() default 3;

  /** Whether those only chat, so that they need no calendar. */
  boolean chatOnly() default false;
}
