package io.rendezvous.systemtest.load.profile;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names whose code a stack runs: the JDK's own work counts to the library that asked for it. */
final class Owner {
  static final String JDK = "JDK";

  private static final Pattern OF_JDK = Pattern.compile("(java|javax|jdk|sun|com\\.sun)\\..*");

  /** By the beginning of the type's name; the HTTP client of Apache serves the AWS SDK alone. */
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("io.rendezvous.", "Rendezvous"),
          Map.entry("org.apache.kafka.", "Kafka"),
          Map.entry("kafka.", "Kafka"),
          Map.entry("scala.", "Kafka"),
          Map.entry("com.yammer.metrics.", "Kafka"),
          Map.entry("org.rocksdb.", "RocksDB"),
          Map.entry("tools.jackson.", "Jackson"),
          Map.entry("com.fasterxml.", "Jackson"),
          Map.entry("io.cloudevents.", "CloudEvents"),
          Map.entry("com.google.crypto.tink.", "Tink"),
          Map.entry("org.eclipse.jetty.", "Jetty"),
          Map.entry("org.springframework.", "Spring"),
          Map.entry("io.micrometer.", "Micrometer"),
          Map.entry("software.amazon.awssdk.", "AWS SDK"),
          Map.entry("org.apache.hc.", "AWS SDK"),
          Map.entry("dev.langchain4j.", "langchain4j"));

  private Owner() {}

  /**
   * The library whose code is nearest to what runs.
   *
   * @param types of the methods on the stack, what runs first
   */
  static String of(List<String> types) {
    return types.stream()
        .filter(type -> !OF_JDK.matcher(type).matches())
        .findFirst()
        .map(Owner::library)
        .orElse(JDK);
  }

  private static String library(String type) {
    return LIBRARIES.entrySet().stream()
        .filter(known -> type.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> type.replaceAll("^((?:[a-z0-9_]+\\.){0,2}).*", "$1…"));
  }
}
