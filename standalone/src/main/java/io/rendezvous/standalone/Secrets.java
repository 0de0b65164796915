package io.rendezvous.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of an installation, made at its first start; whoever loses them loses the texts. */
final class Secrets {
  private static final String ACCOUNT_KEY = "account-key";
  private static final List<String> NAMES =
      List.of("master-key", "id-key", "token-key", "service-key", ACCOUNT_KEY);
  private static final int BYTES = 32;

  private final Map<String, String> values;

  private Secrets(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads those that are there and makes the rest, except where data exist that need the old ones.
   */
  static Secrets of(DataFolder data) throws RunFailure {
    var values = new LinkedHashMap<String, String>();
    try {
      Files.createDirectories(data.secrets());
      Files.setPosixFilePermissions(data.secrets(), PosixFilePermissions.fromString("rwx------"));
      for (String name : NAMES) {
        Path file = data.secrets().resolve(name);
        if (!Files.exists(file)) {
          make(file, data);
        }
        values.put(name, Files.readString(file).strip());
      }
    } catch (IOException e) {
      throw new RunFailure(
          "Cannot read or make the keys in " + data.secrets() + " (" + e + ").", e);
    }
    return new Secrets(values);
  }

  /** As the services' properties name them. */
  Map<String, String> properties() {
    var properties = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> properties.put("rendezvous.secrets." + name, value));
    return properties;
  }

  private static void make(Path file, DataFolder data) throws IOException, RunFailure {
    // There are data older than the account key, and without it accounts are connected again.
    if (Files.exists(data.kafka()) && !file.endsWith(ACCOUNT_KEY)) {
      throw new RunFailure(
          "The key "
              + file
              + " is missing, and without it the data in "
              + data.path()
              + " cannot be read; restore it, or choose another folder with --data DIR.");
    }
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    PrivateFile.write(file, Base64.getEncoder().encodeToString(bytes));
  }
}
