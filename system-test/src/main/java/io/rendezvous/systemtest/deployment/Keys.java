package io.rendezvous.systemtest.deployment;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of an installation, as the environment names them. */
final class Keys {
  static final String TOKEN = "RENDEZVOUS_SECRETS_TOKEN_KEY";

  private static final List<String> NAMES =
      List.of(
          "RENDEZVOUS_SECRETS_MASTER_KEY",
          "RENDEZVOUS_SECRETS_ID_KEY",
          TOKEN,
          "RENDEZVOUS_SECRETS_SERVICE_KEY",
          "RENDEZVOUS_SECRETS_ACCOUNT_KEY");

  private Keys() {}

  static Map<String, String> fresh() {
    var keys = new LinkedHashMap<String, String>();
    var random = new SecureRandom();
    for (String name : NAMES) {
      var key = new byte[32];
      random.nextBytes(key);
      keys.put(name, Base64.getEncoder().encodeToString(key));
    }
    return keys;
  }
}
