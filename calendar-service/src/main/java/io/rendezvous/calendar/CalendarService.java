package io.rendezvous.calendar;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Carries out calendar tool calls, each effect once: the service as a process of its own, or as one
 * context among others.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
public class CalendarService {
  public static void main(String[] arguments) {
    application().registerShutdownHook(true).run(arguments);
  }

  /**
   * The application, not started, without a shutdown hook; its settings are in {@code
   * calendar.yaml}.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(CalendarService.class)
        .properties("spring.config.name=calendar")
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false);
  }
}
