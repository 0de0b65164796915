package io.rendezvous.calendar.grant;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Google for tokens and gives them back (RFC 6749, RFC 7009, RFC 7636). */
final class TokenEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final HttpClient http;
  private final OAuthSettings settings;

  TokenEndpoint(HttpClient http, OAuthSettings settings) {
    this.http = http;
    this.settings = settings;
  }

  /** The tokens for a code; each code is good once. */
  TokenAnswer exchange(String code, String verifier) {
    Map<String, String> form = client("authorization_code");
    form.put("code", code);
    form.put("code_verifier", verifier);
    form.put("redirect_uri", requireNonNull(settings.redirectUri(), "redirectUri"));
    return post(settings.tokenUri(), form);
  }

  TokenAnswer refresh(String refreshToken) {
    Map<String, String> form = client("refresh_token");
    form.put("refresh_token", refreshToken);
    return post(settings.tokenUri(), form);
  }

  /** Ended, or Refused where Google does not know the token. */
  TokenAnswer revoke(String token) {
    return post(settings.revokeUri(), Map.of("token", token));
  }

  private Map<String, String> client(String grantType) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", grantType);
    form.put("client_id", requireNonNull(settings.clientId(), "clientId"));
    form.put("client_secret", requireNonNull(settings.clientSecret(), "clientSecret"));
    return form;
  }

  private TokenAnswer post(URI uri, Map<String, String> form) {
    var request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
            .build();
    // A request's own time-out ends with the headers; this one ends what is slow after them too.
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofString(), settings.maxAnswer()));
    try {
      return read(uri, answer.get(settings.requestTimeout().toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException e) {
      // The message of a cause may quote what was sent.
      Object why = e.getCause() == null ? e.getClass() : e.getCause().getClass();
      LOG.warn("{} did not answer: {}", uri.getHost(), why);
      return away();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return away();
    } finally {
      answer.cancel(true);
    }
  }

  private TokenAnswer read(URI uri, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
      LOG.warn("{} answered {}", uri.getHost(), status);
      return new TokenAnswer.Away(
          RetryAfter.of(response.headers(), settings.retryPause(), settings.maxRetryPause()));
    }
    if (uri.equals(settings.revokeUri()) && status == 200) {
      return new TokenAnswer.Ended();
    }
    TokenAnswer answer = TokenJson.read(status, response.body());
    if (answer instanceof TokenAnswer.Refused(String error)) {
      LOG.warn("{} answered {} {}", uri.getHost(), status, error);
    }
    return answer;
  }

  private TokenAnswer away() {
    return new TokenAnswer.Away(settings.retryPause());
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
