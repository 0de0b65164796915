package io.rendezvous.systemtest.deployment;

import io.rendezvous.orchestrator.model.provider.Provider;
import java.util.stream.Stream;

/** The variables by which somebody lets providers of models answer. */
public final class Providers {
  private Providers() {}

  /** Whether this is one of them. */
  public static boolean isAboutOne(String variable) {
    return Stream.of(Provider.values())
        .anyMatch(provider -> variable.startsWith(provider.name() + "_"));
  }
}
