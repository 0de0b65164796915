package io.rendezvous.systemtest.deployable;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.systemtest.deployable.YamlFile.Node;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MetricsTest {
  static final List<String> SERVICES = RunningServices.NAMES;

  private static final Pattern NAME = Pattern.compile("rendezvous_\\w+");

  /** What was said must be in no label; the words are rare enough to be searched for. */
  private static final String PERSON = "zephyrine@example.com";

  @BeforeAll
  static void book() throws Exception {
    var user = RunningServices.get().newUser("u-metrics");
    var turn = user.say("Planifie un déjeuner avec " + PERSON + " vendredi à 13h");
    assertThat(turn.events()).anyMatch(event -> event.is("turn.ended"));
    assertThat(user.calendar()).hasSize(1);
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void a_service_shows_what_is_documented_and_nothing_else(String service) throws Exception {
    var documented = new TreeSet<String>();
    for (Documented metric : Documented.all()) {
      if (metric.services().contains(service)) {
        documented.addAll(metric.series());
      }
    }
    assertThat(names(service)).isEqualTo(documented);
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void the_labels_are_the_documented_ones(String service) throws Exception {
    List<Documented> documented = Documented.all();
    for (Series series : series(service)) {
      var metric =
          documented.stream()
              .filter(candidate -> candidate.series().contains(series.name()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(series + " is not documented"));
      assertThat(series.labels()).as(series.name()).isEqualTo(metric.labels());
    }
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void nobody_is_named_and_the_machine_is_shown(String service) throws Exception {
    assertThat(RunningServices.get().metrics(service))
        .doesNotContain("u-metrics", "zephyrine", "déjeuner")
        .contains("jvm_memory_used_bytes", "process_uptime_seconds", "disk_free_bytes");
  }

  @Test
  void a_booked_turn_is_counted() throws Exception {
    assertThat(sum("gateway", "rendezvous_prompts_accepted_total")).isEqualTo(1);
    assertThat(sum("gateway", "rendezvous_turn_first_text_seconds_count")).isEqualTo(1);
    assertThat(sum("orchestrator", "rendezvous_turns_ended_total")).isEqualTo(1);
    assertThat(sum("orchestrator", "rendezvous_turn_duration_seconds_count")).isEqualTo(1);
    assertThat(sum("orchestrator", "rendezvous_turn_wait_seconds_count")).isEqualTo(1);
    assertThat(sum("orchestrator", "rendezvous_model_calls_seconds_count")).isEqualTo(2);
    assertThat(sum("calendar", "rendezvous_tool_calls_seconds_count")).isEqualTo(1);
    await().until(() -> sum("history", "rendezvous_projection_delay_seconds_count") >= 4);
    for (String service : SERVICES) {
      assertThat(sum(service, "rendezvous_dead_letters_total")).as(service).isZero();
      await().until(() -> sum(service, "rendezvous_ready") == 1);
      await().until(() -> sum(service, "rendezvous_consumer_lag") == 0);
    }
  }

  @Test
  void alerts_watch_what_exists() throws Exception {
    var known = new TreeSet<String>();
    Documented.all().forEach(metric -> known.addAll(metric.series()));
    for (Node group :
        YamlFile.read("deploy/prometheus/alerts.yml").getFirst().get("groups").list()) {
      for (Node rule : group.get("rules").list()) {
        Set<String> watched =
            NAME.matcher(rule.get("expr").text())
                .results()
                .map(MatchResult::group)
                .collect(toCollection(TreeSet::new));
        assertThat(known).as(rule.get("alert").text()).containsAll(watched);
      }
    }
  }

  private static Set<String> names(String service) throws Exception {
    return series(service).stream().map(Series::name).collect(toCollection(TreeSet::new));
  }

  private static double sum(String service, String name) throws Exception {
    return series(service).stream()
        .filter(series -> series.name().equals(name))
        .mapToDouble(Series::value)
        .sum();
  }

  private static List<Series> series(String service) throws Exception {
    return Series.of(RunningServices.get().metrics(service));
  }
}
