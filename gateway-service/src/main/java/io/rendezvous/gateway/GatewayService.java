package io.rendezvous.gateway;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * REST and streams for clients: the service as a process of its own, or as one context among
 * others.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
public class GatewayService {
  public static void main(String[] arguments) {
    application().registerShutdownHook(true).run(arguments);
  }

  /**
   * The application, not started, without a shutdown hook; its settings are in {@code
   * gateway.yaml}.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(GatewayService.class)
        .properties("spring.config.name=gateway")
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false);
  }
}
