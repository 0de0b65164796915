package io.rendezvous.calendar.google;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.Grants;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.calendar.journal.RemoteEffects;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires Google Calendar. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GoogleSettings.class)
public class GoogleConfiguration {
  @Bean
  GoogleConnection googleConnection(GoogleSettings settings) {
    return new GoogleConnection(settings);
  }

  @Bean
  Calendar googleCalendar(
      GoogleConnection connection,
      Grants grants,
      Journal journal,
      InstantSource clock,
      GoogleSettings settings) {
    var api = new Api(connection.google(), grants, settings);
    var store = new GoogleStore(api, new EventReader(settings));
    var effects = new RemoteEffects(journal, store, clock, settings.editAttempts());
    return new GoogleCalendar(api, store, effects, settings);
  }
}
