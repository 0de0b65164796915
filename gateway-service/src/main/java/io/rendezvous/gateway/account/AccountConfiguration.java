package io.rendezvous.gateway.account;

import io.rendezvous.gateway.calendar.CalendarClient;
import io.rendezvous.gateway.preferences.UserPreferences;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Accounts at calendar providers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
@Import({AccountController.class, CallbackController.class})
public class AccountConfiguration {
  @Bean
  DefaultCalendar defaultCalendar(CalendarClient accountClient, UserPreferences preferences) {
    return new DefaultCalendar(accountClient, preferences);
  }
}
