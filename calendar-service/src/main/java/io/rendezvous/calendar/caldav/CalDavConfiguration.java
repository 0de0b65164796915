package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.CalDavAccounts;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.journal.Journal;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the calendars at CalDAV servers, for whoever asks for those by name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalDavSettings.class)
public class CalDavConfiguration {
  /** Names the calendars at CalDAV servers among those of all providers. */
  public static final String CALDAV = "caldav";

  @Bean(defaultCandidate = false)
  @Qualifier(CALDAV)
  Calendar calDavCalendar(
      CalDavAccounts accounts, Journal journal, InstantSource clock, CalDavSettings settings) {
    return new CalDavCalendar(accounts, journal, clock, settings);
  }
}
