package io.rendezvous.gateway.text;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Events from sentences. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TextSettings.class)
@Import(TextController.class)
public class TextConfiguration {
  @Bean
  static TextReader textReader(InstantSource clock, TextSettings settings) {
    return new TextReader(clock, settings);
  }
}
