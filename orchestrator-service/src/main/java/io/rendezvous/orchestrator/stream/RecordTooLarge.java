package io.rendezvous.orchestrator.stream;

/** A record would be larger than its topic takes. */
final class RecordTooLarge extends Exception {
  private static final long serialVersionUID = 1L;

  /** Room for key, headers and what Kafka writes around a record. */
  private static final int MARGIN_BYTES = 4 * 1024;

  private RecordTooLarge(String message) {
    super(message);
  }

  static void check(Outgoing outgoing) throws RecordTooLarge {
    int room = outgoing.topic().maxRecordBytes() - MARGIN_BYTES;
    if (outgoing.data().length > room) {
      throw new RecordTooLarge(
          "Expected at most "
              + room
              + " bytes for "
              + outgoing.topic().name()
              + ", but there are "
              + outgoing.data().length);
    }
  }
}
