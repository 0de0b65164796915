package io.rendezvous.calendar.http;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.connection.Secrets;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Wires the internal interface: health and metrics for everybody, the rest by service token. */
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration {
  @Bean
  EventsController eventsController(Calendar calendar, InstantSource clock) {
    return new EventsController(calendar, clock);
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
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server -> server.jwt(jwt -> jwt.decoder(tokens)).authenticationEntryPoint(unauthorized))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized))
        .build();
  }
}
