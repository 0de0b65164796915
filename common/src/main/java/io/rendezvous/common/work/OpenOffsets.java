package io.rendezvous.common.work;

import java.util.BitSet;

/**
 * Which records of one partition are being worked on, and which are done ahead of the oldest of
 * them. For one thread.
 */
final class OpenOffsets {
  /** Nothing below is open. */
  private long base;

  /** Relative to the base, as is {@link #done}; an offset in neither has not been seen. */
  private BitSet open = new BitSet();

  private BitSet done;

  /** The first offset beyond all that were seen. */
  private long next;

  /** What can be committed: work starts again at this offset, but for what is finished from it. */
  record Mark(long offset, BitSet finished) {}

  /** Goes on from a mark. */
  OpenOffsets(Mark from) {
    this.base = from.offset();
    this.next = from.offset();
    this.done = (BitSet) from.finished().clone();
  }

  /** Whether this record has to be done; false where it was finished before. */
  boolean begin(long offset) {
    if (offset < base) {
      startAnew(offset);
    } else if (open.isEmpty()) {
      advance(offset);
    }
    next = Math.max(next, offset + 1);
    if (done.get(index(offset))) {
      return false;
    }
    open.set(index(offset));
    return true;
  }

  /** Also for a record that was begun under an earlier assignment and is not read again yet. */
  void finish(long offset) {
    if (offset >= base) {
      open.clear(index(offset));
      done.set(index(offset));
    }
  }

  /**
   * How far work has come.
   *
   * @param position the offset of the next record to be read: where nothing is open, all before it
   *     is done, and transaction markers, which are never seen, leave no lag behind
   */
  Mark mark(long position) {
    long lowest = open.isEmpty() ? position : base + open.nextSetBit(0);
    if (lowest < base) {
      startAnew(lowest);
    } else {
      advance(lowest);
    }
    return new Mark(base, (BitSet) done.clone());
  }

  /** How many offsets lie between the oldest open record and the newest. */
  long span() {
    return open.isEmpty() ? 0 : next - base - open.nextSetBit(0);
  }

  private void advance(long to) {
    if (to > base) {
      open = from(open, to - base);
      done = from(done, to - base);
      base = to;
    }
  }

  /** Offsets only go back where the topic was made anew: what was known is about other records. */
  private void startAnew(long offset) {
    open = new BitSet();
    done = new BitSet();
    base = offset;
    next = offset;
  }

  private int index(long offset) {
    return Math.toIntExact(offset - base);
  }

  private static BitSet from(BitSet bits, long start) {
    return start >= bits.length() ? new BitSet() : bits.get((int) start, bits.length());
  }
}
