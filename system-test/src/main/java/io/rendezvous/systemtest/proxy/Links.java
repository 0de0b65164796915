package io.rendezvous.systemtest.proxy;

import io.rendezvous.systemtest.deployment.Service;
import java.util.Collection;
import java.util.Map;

/** The proxies of a deployment, by who talks to what. */
public final class Links {
  private final Map<Link, TcpProxy> proxies;

  /** What a service talks to. */
  public enum Target {
    BROKER,
    TABLES,
    MODEL,
    CALENDAR
  }

  /** All instances of a service share their link to a target. */
  public record Link(Service service, Target target) {}

  public Links(Map<Link, TcpProxy> proxies) {
    this.proxies = Map.copyOf(proxies);
  }

  /**
   * The proxy between these two.
   *
   * @throws IllegalArgumentException if they do not talk to each other, or not through a proxy
   */
  public TcpProxy between(Service service, Target target) {
    TcpProxy proxy = proxies.get(new Link(service, target));
    if (proxy == null) {
      throw new IllegalArgumentException(
          "Expected a proxy between " + service + " and " + target + ", but there is none");
    }
    return proxy;
  }

  public Collection<TcpProxy> all() {
    return proxies.values();
  }

  public void healAll() {
    all().forEach(TcpProxy::heal);
  }
}
