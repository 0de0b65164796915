package io.rendezvous.systemtest.deployment;

import io.rendezvous.embedded.FreePorts;
import io.rendezvous.systemtest.proxy.Links;
import io.rendezvous.systemtest.proxy.Links.Link;
import io.rendezvous.systemtest.proxy.Links.Target;
import io.rendezvous.systemtest.proxy.TcpProxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A proxy on each way between two parts. A client of Kafka goes where the broker tells it to, so
 * the broker has a listener for each service, and tells there the proxy's address.
 */
final class Linked implements AutoCloseable {
  private final Map<Service, Integer> brokerPorts = new LinkedHashMap<>();
  private final Map<Link, TcpProxy> proxies = new LinkedHashMap<>();

  /** The proxies of a broker that is yet to be started. */
  Linked() {
    for (Service service : Service.values()) {
      int port = FreePorts.next();
      brokerPorts.put(service, port);
      add(service, Target.BROKER, port);
    }
  }

  /** Puts one more between these. */
  void add(Service service, Target target, URI address) {
    add(service, target, address.getPort());
  }

  private void add(Service service, Target target, int port) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    proxies.computeIfAbsent(
        new Link(service, target), _ -> TcpProxy.start(FreePorts.next(), address));
  }

  Links links() {
    return new Links(proxies);
  }

  /** The address of the proxy before this one. */
  String before(Service service, Target target) {
    return "127.0.0.1:" + links().between(service, target).port();
  }

  /** What the broker needs to know of it, in Kafka's settings. */
  Map<String, String> brokerSettings(int port, int controllerPort) {
    List<String> listeners =
        new ArrayList<>(
            List.of("PLAINTEXT://localhost:" + port, "CONTROLLER://localhost:" + controllerPort));
    List<String> advertised = new ArrayList<>(List.of("PLAINTEXT://localhost:" + port));
    List<String> protocols =
        new ArrayList<>(List.of("PLAINTEXT:PLAINTEXT", "CONTROLLER:PLAINTEXT"));
    brokerPorts.forEach(
        (service, own) -> {
          listeners.add(service + "://localhost:" + own);
          advertised.add(service + "://" + before(service, Target.BROKER));
          protocols.add(service + ":PLAINTEXT");
        });
    return Map.of(
        "listeners", String.join(",", listeners),
        "advertised.listeners", String.join(",", advertised),
        "listener.security.protocol.map", String.join(",", protocols));
  }

  @Override
  public void close() {
    proxies.values().forEach(TcpProxy::close);
  }
}
