package io.rendezvous.gateway.calendar;

import io.rendezvous.gateway.action.Actions;
import io.rendezvous.gateway.security.ServiceTokens;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

/** Calendars over REST: the calendar service's answers, and what users do to their events. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarServiceSettings.class)
@Import({CalendarController.class, EventController.class})
public class CalendarConfiguration {
  @Bean(destroyMethod = "close")
  static HttpClient calendarHttp(CalendarServiceSettings settings) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(settings.connectTimeout())
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  @Bean
  static CalendarClient calendarClient(
      CalendarServiceSettings settings, HttpClient calendarHttp, ServiceTokens tokens) {
    return client(settings, settings.readTimeout(), calendarHttp, tokens);
  }

  /** Has more time, for a provider is asked before it answers. */
  @Bean
  static CalendarClient accountClient(
      CalendarServiceSettings settings, HttpClient calendarHttp, ServiceTokens tokens) {
    return client(settings, settings.accountTimeout(), calendarHttp, tokens);
  }

  @Bean
  static EventWrites eventWrites(Actions actions, CalendarClient calendarClient) {
    return new EventWrites(actions, calendarClient);
  }

  private static CalendarClient client(
      CalendarServiceSettings settings,
      Duration readTimeout,
      HttpClient calendarHttp,
      ServiceTokens tokens) {
    var requests = new JdkClientHttpRequestFactory(calendarHttp);
    requests.setReadTimeout(readTimeout);
    // Ids and parameters come from clients: nothing of them may become part of the path.
    var uris = new DefaultUriBuilderFactory(settings.url().toString());
    uris.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.VALUES_ONLY);
    return new CalendarClient(
        RestClient.builder().uriBuilderFactory(uris).requestFactory(requests).build(),
        tokens,
        Math.toIntExact(settings.maxAnswer().toBytes()));
  }
}
