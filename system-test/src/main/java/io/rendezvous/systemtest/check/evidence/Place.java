package io.rendezvous.systemtest.check.evidence;

/** Where a record stands. */
public record Place(String topic, int partition, long offset) {
  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
