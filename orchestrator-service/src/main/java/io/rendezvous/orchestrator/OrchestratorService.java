package io.rendezvous.orchestrator;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Decides what happens next in a conversation and drives the model: the service as a process of its
 * own, or as one context among others.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
public class OrchestratorService {
  public static void main(String[] arguments) {
    application().registerShutdownHook(true).run(arguments);
  }

  /**
   * The application, not started, without a shutdown hook; its settings are in {@code
   * orchestrator.yaml}.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(OrchestratorService.class)
        .properties("spring.config.name=orchestrator")
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false);
  }
}
