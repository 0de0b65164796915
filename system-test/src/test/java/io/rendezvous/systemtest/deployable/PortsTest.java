package io.rendezvous.systemtest.deployable;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.deployable.YamlFile.Node;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PortsTest {
  static final List<String> SERVICES = RunningServices.NAMES;

  @ParameterizedTest
  @FieldSource("SERVICES")
  void compose_shows_the_ports_that_a_service_listens_on(String service) {
    SettledService settled = compose(service);
    Node declared = ComposeServices.service(service);
    var shown = new TreeSet<>(declared.get("expose").texts());
    if (declared.has("ports")) {
      declared.get("ports").texts().forEach(port -> shown.add(port.replaceAll(".*:", "")));
    }
    assertThat(shown).isEqualTo(ports(settled));
    assertThat(settled.isReachable()).isTrue();
    assertThat(declared.get("healthcheck", "test").texts().getLast())
        .contains("/dev/tcp/127.0.0.1/" + settled.managementPort() + ";")
        .contains("/actuator/health/readiness");
  }

  @Test
  void people_reach_the_gateway_alone_from_outside() {
    for (String service : SERVICES) {
      assertThat(ComposeServices.service(service).has("ports"))
          .isEqualTo(service.equals("gateway"));
    }
    assertThat(ComposeServices.service("gateway").get("ports").texts())
        .containsExactly("8080:" + compose("gateway").port());
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void prometheus_asks_the_port_that_shows_metrics(String service) {
    Node job =
        YamlFile.read("deploy/prometheus/prometheus.yml")
            .getFirst()
            .get("scrape_configs")
            .list()
            .stream()
            .filter(some -> some.get("job_name").text().equals(service))
            .findFirst()
            .orElseThrow();
    Node found = job.get("dns_sd_configs").list().getFirst();
    assertThat(found.get("names").texts()).containsExactly(service);
    assertThat(found.get("port").number()).isEqualTo(compose(service).managementPort());
    assertThat(job.get("metrics_path").text()).isEqualTo("/actuator/prometheus");
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void kubernetes_shows_probes_and_scrapes_the_ports_that_a_service_listens_on(String service) {
    SettledService settled = SettledService.of(service, Manifests.environment(service));
    Node container = Manifests.container(service);
    var shown = new TreeSet<String>();
    for (Node port : container.get("ports").list()) {
      shown.add(port.get("containerPort").text());
      boolean management = port.get("containerPort").number() == settled.managementPort();
      if (management) {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
          assertThat(container.get(probe, "httpGet", "port").text())
              .isEqualTo(port.get("name").text());
        }
      }
    }
    assertThat(shown).isEqualTo(ports(settled));
    assertThat(settled.isReachable()).isTrue();
    Node annotations =
        Manifests.workload(service).get("spec", "template", "metadata", "annotations");
    assertThat(annotations.get("prometheus.io/port").number()).isEqualTo(settled.managementPort());
    assertThat(policyPorts("metrics")).contains(Integer.toString(settled.managementPort()));
  }

  @Test
  void the_gateway_asks_the_calendar_where_it_is() {
    for (var variables :
        List.of(ComposeServices.environment("gateway"), Manifests.environment("gateway"))) {
      var calendar =
          URI.create(
              SettledService.of("gateway", variables).get("rendezvous.calendar-service.url"));
      assertThat(calendar.getHost()).isEqualTo("calendar");
      assertThat(calendar.getPort()).isEqualTo(compose("calendar").port());
    }
    assertThat(policyPorts("calendar-answers-gateway"))
        .containsExactly(Integer.toString(compose("calendar").port()));
    assertThat(policyPorts("clients-to-gateway"))
        .containsExactly(Integer.toString(compose("gateway").port()));
  }

  @Test
  void services_of_kubernetes_lead_to_ports_that_are_there() {
    for (Node service : Manifests.ofKind("Service")) {
      String name = service.get("spec", "selector", "app.kubernetes.io/name").text();
      List<Node> ports = Manifests.container(name).get("ports").list();
      for (Node port : service.get("spec", "ports").list()) {
        assertThat(ports)
            .as(service.get("metadata", "name").text())
            .anyMatch(
                open ->
                    open.get("name").text().equals(port.get("targetPort").text())
                        && open.get("containerPort").number() == port.get("port").number());
      }
    }
  }

  private static SettledService compose(String service) {
    return SettledService.of(service, ComposeServices.environment(service));
  }

  private static Set<String> ports(SettledService settled) {
    var ports = new TreeSet<String>();
    ports.add(Integer.toString(settled.port()));
    ports.add(Integer.toString(settled.managementPort()));
    return ports;
  }

  private static List<String> policyPorts(String policy) {
    Node spec =
        Manifests.ofKind("NetworkPolicy").stream()
            .filter(some -> some.get("metadata", "name").text().equals(policy))
            .findFirst()
            .orElseThrow()
            .get("spec");
    return Stream.of("ingress", "egress")
        .filter(spec::has)
        .flatMap(way -> spec.get(way).list().stream())
        .flatMap(rule -> rule.get("ports").list().stream())
        .map(port -> port.get("port").text())
        .toList();
  }
}
