package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.approval.Approvals;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.personal.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the tools. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ToolSettings.class)
public class ToolConfiguration {
  @Bean
  CalendarTools calendarTools(
      Calendar calendars, Journal journal, Approvals approvals, Vault vault, ToolSettings limits) {
    return new CalendarTools(calendars, journal, approvals, vault, limits);
  }
}
