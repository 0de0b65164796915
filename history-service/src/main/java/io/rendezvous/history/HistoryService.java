package io.rendezvous.history;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Persists every event of the log to DynamoDB: the service as a process of its own, or as one
 * context among others.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
public class HistoryService {
  public static void main(String[] arguments) {
    application().registerShutdownHook(true).run(arguments);
  }

  /**
   * The application, not started, without a shutdown hook; its settings are in {@code
   * history.yaml}.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(HistoryService.class)
        .properties("spring.config.name=history")
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false);
  }
}
