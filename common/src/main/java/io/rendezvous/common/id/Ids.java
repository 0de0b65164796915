package io.rendezvous.common.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The alphabet and the digests that ids are made of. */
public final class Ids {
  /** RFC 4648 base32hex, in lower case: sorts as the bytes do, and is a legal Google event id. */
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";

  /** 80 bits: a collision within one user's ids is out of reach. */
  static final int LENGTH = 16;

  static final String PART = "[0-9a-v]{" + LENGTH + "}";

  /** Of the longest number in an id. */
  private static final int DIGITS = 9;

  private Ids() {}

  /** A stable id part of 16 characters for the given parts; other parts give another id. */
  public static String derive(String... parts) {
    return encode(sha256(String.join("\u0000", parts)));
  }

  /** The first 80 bits, written with 16 characters; the bytes must be at least ten. */
  public static String encode(byte[] bytes) {
    var text = new StringBuilder(LENGTH);
    for (int bit = 0; text.length() < LENGTH; bit += 5) {
      int pair =
          (bytes[bit / 8] & 0xff) << 8
              | (bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0);
      text.append(ALPHABET.charAt(pair >> (11 - bit % 8) & 31));
    }
    return text.toString();
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(
          "Expected every JDK to have SHA-256, but this one does not", impossible);
    }
  }

  /**
   * Whether an id part stands here. Ids are checked wherever one is read, some hundreds a turn:
   * regular expressions are too slow.
   */
  static boolean isPart(String value, int from) {
    if (value.length() < from + LENGTH) {
      return false;
    }
    for (int i = from; i < from + LENGTH; i++) {
      char c = value.charAt(i);
      if (!isDigit(c) && (c < 'a' || c > 'v')) {
        return false;
      }
    }
    return true;
  }

  /** Where the number ends that follows a dot here; -1 if none does. */
  static int endOfNumber(String value, int dot) {
    if (dot < 0 || dot >= value.length() || value.charAt(dot) != '.') {
      return -1;
    }
    int end = dot + 1;
    while (end < value.length() && isDigit(value.charAt(end))) {
      end++;
    }
    int digits = end - dot - 1;
    return digits >= 1 && digits <= DIGITS ? end : -1;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static IllegalArgumentException malformed(String what, String form) {
    return new IllegalArgumentException(
        "Expected " + what + " like " + form + ", but found another form");
  }
}
