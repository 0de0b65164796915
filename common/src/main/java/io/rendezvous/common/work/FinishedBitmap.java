package io.rendezvous.common.work;

import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;

/**
 * Which offsets from the committed one on are finished already, as it is kept in the commit's
 * metadata.
 */
final class FinishedBitmap {
  /** Base64 makes 4,000 characters of it; the broker takes 4,096 with all that stands before. */
  private static final int MAX_BYTES = 3_000;

  static final int MAX_BITS = MAX_BYTES * 8;

  /** Tells our metadata from others' and from those of a later form. */
  private static final String FORM = "w1:";

  private FinishedBitmap() {}

  /** What is beyond {@link #MAX_BITS} is left out: at worst it is done again. */
  static String encode(BitSet finished) {
    byte[] bytes = finished.get(0, MAX_BITS).toByteArray();
    return bytes.length == 0
        ? ""
        : FORM + Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Metadata of another form says that nothing is finished: at worst it is done again. */
  static BitSet decode(String metadata) {
    if (!metadata.startsWith(FORM)) {
      return new BitSet();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(metadata.substring(FORM.length()));
      return BitSet.valueOf(Arrays.copyOf(bytes, Math.min(bytes.length, MAX_BYTES)));
    } catch (IllegalArgumentException notBase64) {
      return new BitSet();
    }
  }
}
