package io.rendezvous.calendar.router;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.journal.Journal;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Wires all calendars as one; whoever asks for a calendar gets these. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouterSettings.class)
public class RouterConfiguration {
  /** Calls still under way are left behind when the service stops: they only read. */
  @Bean(destroyMethod = "shutdownNow")
  ExecutorService listingThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("listing-", 0).factory());
  }

  @Bean
  Together together(ExecutorService listingThreads, RouterSettings limits) {
    return new Together(listingThreads, limits.listingTime());
  }

  @Bean
  @Primary
  Calendars calendars(
      Accounts accounts,
      @Qualifier("embeddedCalendar") Calendar embedded,
      @Qualifier("googleCalendar") ObjectProvider<Calendar> google,
      @Qualifier("caldavCalendar") ObjectProvider<Calendar> caldav,
      Journal journal,
      Together together,
      RouterSettings limits) {
    return new Calendars(
        accounts,
        new Providers(
            embedded,
            Optional.ofNullable(google.getIfAvailable()),
            Optional.ofNullable(caldav.getIfAvailable())),
        journal,
        new Bulkhead(limits),
        together);
  }

  @Bean
  FreeBusy freeBusy(Calendars calendars, Together together, RouterSettings limits) {
    return new FreeBusy(calendars, together, limits);
  }
}
