package io.rendezvous.systemtest.crash;

/**
 * The places where a process can be halted or held. Each is about a subject, {@code *} being any.
 */
public enum CrashPoint {
  /** A record was handed to the producer, which has not seen it yet; by topic. */
  BEFORE_SEND("kafka.before-send"),
  /** The broker has acknowledged a record, and nobody was told so yet; by topic. */
  ACKNOWLEDGED("kafka.acknowledged"),
  /**
   * All of a transaction is written but for the offsets that it consumed; by a topic that it writes
   * to.
   */
  BEFORE_TRANSACTION_OFFSETS("kafka.before-transaction-offsets"),
  /** A transaction has its offsets, and is open; by a topic that it writes to. */
  AFTER_TRANSACTION_OFFSETS("kafka.after-transaction-offsets"),
  /** A transaction is about to be committed; by a topic that it writes to. */
  BEFORE_TRANSACTION_COMMIT("kafka.before-transaction-commit"),
  /** The broker has committed a transaction, and nobody was told so yet; by a topic of it. */
  AFTER_TRANSACTION_COMMIT("kafka.after-transaction-commit"),
  /** A consumer is about to commit offsets by itself; by {@code sync} or {@code async}. */
  BEFORE_OFFSET_COMMIT("kafka.before-offset-commit"),
  /** A write to DynamoDB has not been sent; by operation, such as {@code putItem}. */
  BEFORE_TABLE_WRITE("dynamodb.before"),
  /** DynamoDB has done a write, and nobody was told so yet; by operation. */
  AFTER_TABLE_WRITE("dynamodb.after");

  /** Any topic, any operation. */
  public static final String ANY = "*";

  private final String wireName;

  CrashPoint(String wireName) {
    this.wireName = wireName;
  }

  /** As the agent knows it. */
  String wireName() {
    return wireName;
  }
}
