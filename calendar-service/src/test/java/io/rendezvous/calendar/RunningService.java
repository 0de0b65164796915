package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.TestDynamoDb;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, started for a test, and what it takes to talk to it. */
public final class RunningService implements AutoCloseable {
  /** Zeros, as the vault of the tests has. */
  private static final byte[] KEY = new byte[32];

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static RunningService start(String bootstrapServers, String tablePrefix) {
    URI tables = requireNonNull(TestDynamoDb.settings(tablePrefix).endpoint());
    return start(bootstrapServers, tables, tablePrefix);
  }

  public static RunningService start(
      String bootstrapServers, URI tables, String tablePrefix, String... more) {
    String key = Base64.getEncoder().encodeToString(KEY);
    return new RunningService(
        CalendarService.application()
            .run(
                Stream.concat(
                        Stream.of(
                            "--server.port=0",
                            "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                            "--rendezvous.dynamodb.endpoint=" + tables,
                            "--rendezvous.dynamodb.table-prefix=" + tablePrefix,
                            "--rendezvous.secrets.master-key=" + key,
                            "--rendezvous.secrets.id-key=" + key,
                            "--rendezvous.secrets.service-key=" + key,
                            "--rendezvous.secrets.account-key=" + key,
                            "--rendezvous.calendar.worker.first-backoff=20ms"),
                        Arrays.stream(more))
                    .toArray(String[]::new)));
  }

  public Calendar calendar() {
    return context.getBean(Calendar.class);
  }

  public Accounts accounts() {
    return context.getBean(Accounts.class);
  }

  public boolean isReady() throws IOException, InterruptedException {
    return get("/actuator/health/readiness", null).statusCode() == 200;
  }

  public HttpResponse<String> get(String path, @Nullable String token)
      throws IOException, InterruptedException {
    return send("GET", path, token, null);
  }

  /** Sends JSON, where there is a body. */
  public HttpResponse<String> send(
      String method, String path, @Nullable String token, @Nullable String body)
      throws IOException, InterruptedException {
    var port = context.getEnvironment().getRequiredProperty("local.server.port");
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** As the gateway makes them. */
  public static String token(UserId user) {
    return token(user.value(), "calendar-service", Instant.now().plusSeconds(60), KEY);
  }

  public static String token(
      @Nullable String subject, String audience, @Nullable Instant expiry, byte[] key) {
    var claims = new JWTClaimsSet.Builder().subject(subject).audience(audience);
    if (expiry != null) {
      claims.expirationTime(Date.from(expiry));
    }
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("Expected to sign a token, but could not", e);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    http.close();
    context.close();
  }
}
