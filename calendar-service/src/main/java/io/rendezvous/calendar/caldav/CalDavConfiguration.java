package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.CalDavAccounts;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.journal.Journal;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the calendars at CalDAV servers, for whoever asks for those by name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalDavSettings.class)
public class CalDavConfiguration {
  @Bean
  Calendar caldavCalendar(
      CalDavAccounts accounts, Journal journal, InstantSource clock, CalDavSettings settings) {
    return new CalDavCalendar(accounts, journal, clock, settings);
  }
}
