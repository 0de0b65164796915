package io.rendezvous.common.id;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes conversation ids that only their owner's requests match, without a look-up. */
public final class OwnerMarks {
  private final SecretKeySpec key;

  /**
   * The key must be 32 bytes, the same for every service of an installation, for its whole life.
   */
  public OwnerMarks(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException(
          "Expected an id key of 32 bytes, but it has " + key.length);
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** The user's conversation that this seed stands for: the same seed is the same conversation. */
  public ConversationId mint(UserId owner, String seed) {
    String local = Ids.derive(owner.value(), seed);
    return new ConversationId("c" + local + "-" + mark(owner, local));
  }

  /**
   * The conversation that holds what is done to the user's calendars without a model: by herself
   * over REST, and by others.
   */
  public ConversationId direct(UserId owner) {
    return mint(owner, "direct");
  }

  public boolean owns(UserId user, ConversationId conversation) {
    return MessageDigest.isEqual(
        mark(user, conversation.local()).getBytes(StandardCharsets.US_ASCII),
        conversation.mark().getBytes(StandardCharsets.US_ASCII));
  }

  private String mark(UserId owner, String local) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Ids.encode(mac.doFinal((owner + "\u0000" + local).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(
          "Expected every JDK to have HmacSHA256, but this one does not", impossible);
    }
  }
}
