package io.rendezvous.history.log;

import io.rendezvous.common.id.OwnerMarks;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the reader, with the key that tells whose a conversation is. */
@Configuration(proxyBeanMethods = false)
public class LogConfiguration {
  @Bean
  static DecisionReader decisionReader(@Value("${rendezvous.secrets.id-key:}") String idKey) {
    return new DecisionReader(new OwnerMarks(bytes(idKey)));
  }

  private static byte[] bytes(String idKey) {
    try {
      return Base64.getDecoder().decode(idKey);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Expected rendezvous.secrets.id-key to be base64 of 32 bytes, but it is not base64", e);
    }
  }
}
