package io.rendezvous.systemtest.deployable;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.embedded.EmbeddedBroker;
import io.rendezvous.embedded.FreePorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KafkaSettingsTest {
  /** Who listens where, and in which folder: every machine's own. */
  private static final List<String> PLACES =
      List.of(
          "controller.quorum.voters",
          "listeners",
          "advertised.listeners",
          "listener.security.protocol.map",
          "log.dirs");

  /** An older name of another setting, which Kafka sets itself. */
  private static final String ALIAS = "broker.id";

  /** How much one small machine spends; a broker of its own has more. */
  private static final List<String> SIZES =
      List.of(
          "offsets.topic.num.partitions",
          "transaction.state.log.num.partitions",
          "share.coordinator.state.topic.num.partitions",
          "num.recovery.threads.per.data.dir",
          "log.cleaner.dedupe.buffer.size",
          "num.network.threads",
          "num.io.threads",
          "background.threads",
          "log.index.size.max.bytes");

  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static Config embedded;

  @BeforeAll
  static void ask() throws Exception {
    broker = EmbeddedBroker.start(data, FreePorts.next(), FreePorts.next());
    var one = new ConfigResource(ConfigResource.Type.BROKER, "1");
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      embedded = admin.describeConfigs(List.of(one)).all().get().get(one);
    }
  }

  @AfterAll
  static void close() {
    broker.close();
  }

  static Stream<Map<String, String>> places() {
    return Stream.of(ComposeServices.environment("kafka"), Manifests.environment("kafka"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void the_broker_has_the_settings_of_the_embedded_one(Map<String, String> variables) {
    var settings = settings(variables);
    assertThat(settings.keySet()).containsAll(PLACES);
    settings.keySet().removeAll(PLACES);
    settings.forEach(
        (name, value) -> {
          ConfigEntry own = embedded.get(name);
          assertThat(own).as("Kafka knows " + name).isNotNull();
          assertThat(value).as(name).isEqualTo(own.value());
        });
  }

  @ParameterizedTest
  @MethodSource("places")
  void no_setting_of_the_embedded_broker_is_forgotten(Map<String, String> variables) {
    var own =
        embedded.entries().stream()
            .filter(entry -> entry.source() == ConfigEntry.ConfigSource.STATIC_BROKER_CONFIG)
            .map(ConfigEntry::name)
            .filter(name -> !SIZES.contains(name) && !name.equals(ALIAS))
            .toList();
    assertThat(own).hasSizeGreaterThan(10);
    assertThat(settings(variables)).containsKeys(own.toArray(String[]::new));
  }

  @Test
  void one_version_of_kafka_and_of_the_tables_is_used_everywhere() {
    for (String name : List.of("kafka", "dynamodb")) {
      assertThat(Manifests.container(name).get("image").text())
          .isEqualTo(ComposeServices.service(name).get("image").text());
    }
    assertThat(ComposeServices.service("kafka").get("image").text())
        .endsWith(":" + AppInfoParser.getVersion());
  }

  private static Map<String, String> settings(Map<String, String> variables) {
    var settings = new TreeMap<String, String>();
    variables.forEach(
        (name, value) -> {
          assertThat(name).startsWith("KAFKA_");
          settings.put(
              name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
        });
    return settings;
  }
}
