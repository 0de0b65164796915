package io.rendezvous.gateway.security;

import io.rendezvous.gateway.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Everything but the page, the health check and what {@link OpenPaths} names needs a token; nothing
 * keeps a session.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(SecuritySettings.class)
@Import(KeysConfiguration.class)
public class SecurityConfiguration {
  private static final String NOTHING_TO_LOAD = "default-src 'none'; frame-ancestors 'none'";

  @Bean
  static SecurityFilterChain chain(HttpSecurity http, JwtDecoder decoder, ProblemWriter problems) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .cors(Customizer.withDefaults())
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(NOTHING_TO_LOAD))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .authorizeHttpRequests(
            requests ->
                requests
                    // Else an exception behind the chain shows as 401.
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/", "/healthz")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, OpenPaths.GOOGLE_CALLBACK)
                    .permitAll()
                    .requestMatchers(EndpointRequest.toAnyEndpoint())
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.decoder(decoder))
                    .authenticationEntryPoint(problems)
                    .accessDeniedHandler(problems))
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .build();
  }

  /** The request is observed as a whole; its dozen filters one by one would tell nobody more. */
  @Bean
  static SecurityObservationSettings observeNothing() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  static CorsConfigurationSource corsConfigurationSource(SecuritySettings settings) {
    var source = new UrlBasedCorsConfigurationSource();
    if (!settings.corsOrigins().isEmpty()) {
      var cors = new CorsConfiguration();
      cors.setAllowedOrigins(settings.corsOrigins());
      cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
      cors.setAllowedHeaders(
          List.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "Last-Event-ID"));
      cors.setExposedHeaders(List.of("ETag", "Location", "Idempotency-Key", "Retry-After"));
      source.registerCorsConfiguration("/api/**", cors);
    }
    return source;
  }

  @Bean
  static WebMvcConfigurer callers() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
      }
    };
  }
}
