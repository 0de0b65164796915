package io.rendezvous.common.topic;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A topic as it must be.
 *
 * @param partitions the same for every topic keyed by conversation, for life
 * @param retention how long records stay; null is for ever
 * @param maxRecordBytes the largest record that the broker takes
 * @param timestamps who says when a record was written
 */
public record Topic(
    String name,
    int partitions,
    @Nullable Duration retention,
    int maxRecordBytes,
    Timestamps timestamps) {

  /** Who says when a record was written: its producer, or the broker as it appends. */
  public enum Timestamps {
    CREATE_TIME("CreateTime"),
    APPEND_TIME("LogAppendTime");

    private final String setting;

    Timestamps(String setting) {
      this.setting = setting;
    }

    public String setting() {
      return setting;
    }
  }

  /**
   * Where records of this topic go that could not be read or handled; a little larger, for the
   * reason.
   */
  public Topic deadLetters() {
    return new Topic(
        name + "-dlt",
        partitions,
        Duration.ofDays(30),
        maxRecordBytes + 64 * 1024,
        Timestamps.CREATE_TIME);
  }
}
