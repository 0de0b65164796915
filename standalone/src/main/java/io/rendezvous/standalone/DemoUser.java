package io.rendezvous.standalone;

import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.security.TokenIssuer;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** The user of the one-command run, who needs no sign-in. */
final class DemoUser {
  static final UserId ID = new UserId("u-demo");
  static final Duration TOKEN_LIFETIME = Duration.ofDays(30);

  private DemoUser() {}

  /** A new token, also kept in the data folder; earlier ones count until their own end. */
  static String welcome(ApplicationContext gateway, DataFolder data) throws RunFailure {
    String token = gateway.getBean(TokenIssuer.class).issue(ID, TOKEN_LIFETIME);
    try {
      PrivateFile.write(data.demoToken(), token);
    } catch (IOException e) {
      throw new RunFailure("Cannot write " + data.demoToken() + " (" + e + ").", e);
    }
    return token;
  }
}
