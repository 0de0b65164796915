package io.rendezvous.orchestrator.model;

/** Which model answers, for people; both names are those of the usage of its answers. */
public record ServingModel(String provider, String model) {
  @Override
  public String toString() {
    return provider + ":" + model;
  }
}
