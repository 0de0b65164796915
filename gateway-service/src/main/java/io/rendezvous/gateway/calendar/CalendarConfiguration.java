package io.rendezvous.gateway.calendar;

import io.rendezvous.gateway.security.ServiceTokens;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

/** The calendar service's answers, passed through. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarServiceSettings.class)
@Import(CalendarController.class)
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
    var requests = new JdkClientHttpRequestFactory(calendarHttp);
    requests.setReadTimeout(settings.readTimeout());
    // Ids and parameters come from clients: nothing of them may become part of the path.
    var uris = new DefaultUriBuilderFactory(settings.url().toString());
    uris.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.VALUES_ONLY);
    return new CalendarClient(
        RestClient.builder().uriBuilderFactory(uris).requestFactory(requests).build(), tokens);
  }
}
