package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the tools. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ToolSettings.class)
public class ToolConfiguration {
  @Bean
  CalendarTools calendarTools(Calendar calendar, ToolSettings limits) {
    return new CalendarTools(calendar, limits);
  }
}
