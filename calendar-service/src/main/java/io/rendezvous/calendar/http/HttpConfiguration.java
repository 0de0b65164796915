package io.rendezvous.calendar.http;

import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.account.CalDavConnecting;
import io.rendezvous.calendar.connection.Secrets;
import io.rendezvous.calendar.grant.Disconnecting;
import io.rendezvous.calendar.grant.GoogleConnecting;
import io.rendezvous.calendar.router.Calendars;
import io.rendezvous.calendar.router.FreeBusy;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Wires the internal interface: health and metrics for everybody, the rest by service token. */
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration {
  @Bean
  EventsController eventsController(Calendars calendars, InstantSource clock) {
    return new EventsController(calendars, clock);
  }

  @Bean
  CalendarsController calendarsController(
      Calendars calendars, FreeBusy freeBusy, InstantSource clock) {
    return new CalendarsController(calendars, freeBusy, clock);
  }

  @Bean
  AccountsController accountsController(
      Accounts accounts, CalDavConnecting caldav, Disconnecting disconnecting) {
    return new AccountsController(accounts, caldav, disconnecting);
  }

  @Bean
  GoogleController googleController(GoogleConnecting google) {
    return new GoogleController(google);
  }

  @Bean
  Problems problems() {
    return new Problems();
  }

  @Bean
  JwtDecoder serviceTokens(Secrets secrets) {
    return ServiceTokens.decoder(secrets.serviceKey());
  }

  @Bean
  SecurityFilterChain internalInterface(HttpSecurity http, JwtDecoder tokens) throws Exception {
    var unauthorized = new Unauthorized();
    return http.csrf(CsrfConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    // Else an exception would show as 401.
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/actuator/health/**", "/actuator/prometheus")
                    .permitAll()
                    // Google sends a browser there; the state says whose it is.
                    .requestMatchers(HttpMethod.GET, GoogleController.CALLBACK)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server -> server.jwt(jwt -> jwt.decoder(tokens)).authenticationEntryPoint(unauthorized))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized))
        .build();
  }
}
