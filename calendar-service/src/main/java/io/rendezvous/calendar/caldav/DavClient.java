package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.CalDavAccount;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Sends requests, and sends them again where that is safe; every method used here may be. */
final class DavClient {
  private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 307, 308);
  private static final Set<Integer> PUT_OFF = Set.of(429, 503);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(200);

  private final HttpClient client;
  private final CalDavSettings settings;

  DavClient(CalDavSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            // Its own would have a platform thread for each answer that comes at the same time.
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /** The server's answer, whatever it says; Unavailable where there is none. */
  Outcome<DavAnswer> send(CalDavAccount account, DavRequest request) {
    DavRequest next = request;
    for (int redirect = 0; redirect <= settings.redirects(); redirect++) {
      Outcome<DavAnswer> outcome = tried(account, next);
      Optional<URI> elsewhere =
          outcome instanceof Outcome.Done<DavAnswer>(DavAnswer answer)
              ? elsewhere(answer)
              : Optional.empty();
      if (elsewhere.isEmpty()) {
        return outcome;
      }
      next = next.to(elsewhere.get());
    }
    return failed(new CalendarFailure.Invalid("The calendar server sends requests in circles."));
  }

  /** The answer, where it is fine; else what it means. */
  Outcome<DavAnswer> read(CalDavAccount account, DavRequest request) {
    return send(account, request)
        .then(answer -> answer.isFine() ? new Outcome.Done<>(answer) : failed(answer.failure()));
  }

  private Outcome<DavAnswer> tried(CalDavAccount account, DavRequest request) {
    boolean repeated = false;
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt == settings.tries();
      try {
        if (!isAllowed(request.uri())) {
          return failed(
              new CalendarFailure.Invalid("The address of the calendar server is not allowed."));
        }
        Outcome<DavAnswer> outcome = once(account, request, repeated);
        Optional<Duration> wait = wait(outcome);
        if (last || wait.isEmpty()) {
          return outcome;
        }
        LockSupport.parkNanos(wait.get().toNanos());
      } catch (TimeoutException silent) {
        return failed(new CalendarFailure.Unavailable());
      } catch (IOException dropped) {
        if (last) {
          return failed(new CalendarFailure.Unavailable());
        }
        repeated = true;
      }
    }
  }

  private Outcome<DavAnswer> once(CalDavAccount account, DavRequest request, boolean repeated)
      throws IOException, TimeoutException {
    CompletableFuture<HttpResponse<Optional<String>>> answer =
        client.sendAsync(http(account, request), _ -> new CappedBody(settings.maxAnswerBytes()));
    try {
      HttpResponse<Optional<String>> response =
          answer.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
      return response
          .body()
          .<Outcome<DavAnswer>>map(
              body ->
                  new Outcome.Done<>(
                      new DavAnswer(
                          request.uri(),
                          response.statusCode(),
                          response.headers(),
                          body,
                          repeated)))
          .orElseGet(
              () -> failed(new CalendarFailure.Invalid("The calendar server answers too much.")));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HttpTimeoutException) {
        throw new TimeoutException();
      }
      throw e.getCause() instanceof IOException dropped ? dropped : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Expected an answer, but was interrupted", e);
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest http(CalDavAccount account, DavRequest request) {
    String credentials = account.username() + ":" + account.password();
    var http =
        HttpRequest.newBuilder(request.uri())
            .timeout(settings.requestTimeout())
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    request.headers().forEach(http::header);
    String body = request.body();
    return http.method(
            request.method(),
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /** Looked at before every connection: a name may lead elsewhere now than it did. */
  private boolean isAllowed(URI uri) throws UnknownHostException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || uri.getUserInfo() != null) {
      return false;
    }
    if (settings.allowInwardAddresses()) {
      return scheme.equals("https") || scheme.equals("http");
    }
    return scheme.equals("https") && !InwardAddresses.isOne(uri.getHost());
  }

  /** Where the answer sends the request, with the same protection. */
  private static Optional<URI> elsewhere(DavAnswer answer) {
    if (!ELSEWHERE.contains(answer.status())) {
      return Optional.empty();
    }
    try {
      return answer
          .headers()
          .firstValue("Location")
          .map(answer.uri()::resolve)
          .filter(uri -> answer.uri().getScheme().equalsIgnoreCase(uri.getScheme()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** How long the server puts the request off; empty where it does not, or for too long. */
  private Optional<Duration> wait(Outcome<DavAnswer> outcome) {
    if (!(outcome instanceof Outcome.Done<DavAnswer>(DavAnswer answer))
        || !PUT_OFF.contains(answer.status())) {
      return Optional.empty();
    }
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .or(() -> Optional.of(SHORTEST_WAIT))
        .filter(wait -> wait.compareTo(settings.longestWait()) <= 0);
  }

  private static <T> Outcome<T> failed(CalendarFailure failure) {
    return new Outcome.Failed<>(failure);
  }
}
