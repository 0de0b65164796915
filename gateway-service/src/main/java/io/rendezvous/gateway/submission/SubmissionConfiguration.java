package io.rendezvous.gateway.submission;

import io.rendezvous.gateway.kafka.RequestLog;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.tail.Tail;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What starts a turn goes into the log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubmissionSettings.class)
public class SubmissionConfiguration {
  @Bean
  static Submissions submissions(
      Tail tail, LogReader log, RequestLog requests, SubmissionSettings settings) {
    return new Submissions(tail, new Repeats(log, settings), new Publishing(requests), settings);
  }
}
