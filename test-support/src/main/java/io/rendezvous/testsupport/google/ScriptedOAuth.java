package io.rendezvous.testsupport.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rendezvous.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives out tokens as Google's endpoints are documented to: codes that count once and want their
 * verifier, refresh tokens until they are revoked; or answers what a test has scripted.
 */
public final class ScriptedOAuth implements AutoCloseable {
  public static final String CLIENT = "client-of-tests";
  public static final String CLIENT_SECRET = "planted-client-secret";
  public static final String REDIRECT =
      "https://app.example/api/v1/calendar-accounts/google/callback";

  /** An answer in place of the right one. */
  private record Scripted(int status, String body, Map<String, String> headers) {}

  private record Code(String subject, String challenge, List<String> scopes) {}

  private final HttpServer server;
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
  private final Map<String, String> accessTokens = new ConcurrentHashMap<>();
  private final Queue<Scripted> scripted = new ConcurrentLinkedQueue<>();
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger given = new AtomicInteger();
  private final Queue<CountDownLatch> holds = new ArrayDeque<>();
  private final Queue<CountDownLatch> bodyHolds = new ArrayDeque<>();
  private volatile long life = 3599;
  private volatile boolean rotating;
  private volatile String audience = CLIENT;

  private ScriptedOAuth(HttpServer server) {
    this.server = server;
  }

  public static ScriptedOAuth start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      var oauth = new ScriptedOAuth(server);
      server.createContext("/token", exchange -> oauth.answer(exchange, oauth::token));
      server.createContext("/revoke", exchange -> oauth.answer(exchange, oauth::revoke));
      server.start();
      return oauth;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** What a user's consent leads to: the code that a browser brings back. */
  public String consent(URI authorization, String subject, Set<String> refused) {
    Map<String, String> query = form(authorization.getRawQuery());
    if (!REDIRECT.equals(query.get("redirect_uri")) || !CLIENT.equals(query.get("client_id"))) {
      throw new IllegalArgumentException("redirect_uri_mismatch");
    }
    List<String> scopes =
        Arrays.stream(query.getOrDefault("scope", "").split(" "))
            .filter(scope -> !refused.contains(scope))
            .map(
                scope ->
                    scope.equals("email")
                        ? "https://www.googleapis.com/auth/userinfo.email"
                        : scope)
            .toList();
    String code = "4/" + UUID.randomUUID();
    codes.put(code, new Code(subject, query.getOrDefault("code_challenge", ""), scopes));
    return code;
  }

  public static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
  }

  /** Whose account this access token is for; the token itself where it was not given out here. */
  public String subject(String accessToken) {
    return accessTokens.getOrDefault(accessToken, accessToken);
  }

  /** The next request is answered so. */
  public void script(int status, String body, Map<String, String> headers) {
    scripted.add(new Scripted(status, body, headers));
  }

  /** The next request is answered when this is counted down. */
  public CountDownLatch hold() {
    var latch = new CountDownLatch(1);
    synchronized (holds) {
      holds.add(latch);
    }
    return latch;
  }

  /** The next answer's body does not come before this is counted down. */
  public CountDownLatch holdBody() {
    var latch = new CountDownLatch(1);
    synchronized (bodyHolds) {
      bodyHolds.add(latch);
    }
    return latch;
  }

  /** Tokens live so long from now on. */
  public void live(long seconds) {
    life = seconds;
  }

  /** Every refresh gives another refresh token, and ends the old one. */
  public void rotate() {
    rotating = true;
  }

  /** ID tokens are for another client. */
  public void addressTo(String other) {
    audience = other;
  }

  /** As when a user takes the grant away in the account's own settings. */
  public void forgetAll() {
    refreshTokens.clear();
  }

  public List<Map<String, String>> asked() {
    return List.copyOf(asked);
  }

  public long asked(String grantType) {
    return asked.stream().filter(form -> grantType.equals(form.get("grant_type"))).count();
  }

  private interface Endpoint {
    Scripted answer(Map<String, String> form);
  }

  private void answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> form = form(body);
      asked.add(form);
      await(holds);
      Scripted next = scripted.poll();
      Scripted answer = next == null ? endpoint.answer(form) : next;
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().flush();
      await(bodyHolds);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void await(Queue<CountDownLatch> latches) {
    CountDownLatch latch;
    synchronized (latches) {
      latch = latches.poll();
    }
    if (latch != null) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Scripted token(Map<String, String> form) {
    if (!CLIENT.equals(form.get("client_id")) || !CLIENT_SECRET.equals(form.get("client_secret"))) {
      return error(401, "invalid_client");
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> exchange(form);
      case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
      default -> error(400, "unsupported_grant_type");
    };
  }

  private Scripted exchange(Map<String, String> form) {
    Code code = codes.remove(form.get("code"));
    return code == null
            || !REDIRECT.equals(form.get("redirect_uri"))
            || !code.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))
        ? error(400, "invalid_grant")
        : granted(code.subject(), newRefreshToken(code.subject()), code.scopes(), true);
  }

  /** As RFC 7636 has it. */
  private static String challenge(String verifier) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return base64(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Scripted refresh(String token) {
    String subject = rotating ? refreshTokens.remove(token) : refreshTokens.get(token);
    return subject == null
        ? error(400, "invalid_grant")
        : granted(subject, rotating ? newRefreshToken(subject) : null, List.of("some"), false);
  }

  private Scripted revoke(Map<String, String> form) {
    return refreshTokens.remove(form.get("token")) == null
        ? error(400, "invalid_token")
        : new Scripted(200, "{}", Map.of());
  }

  private String newRefreshToken(String subject) {
    String token = "1//planted-refresh-" + UUID.randomUUID();
    refreshTokens.put(token, subject);
    return token;
  }

  private Scripted granted(
      String subject, @Nullable String refreshToken, List<String> scopes, boolean identified) {
    var body = Json.MAPPER.createObjectNode();
    String accessToken = "ya29.planted-access-" + given.incrementAndGet();
    accessTokens.put(accessToken, subject);
    body.put("access_token", accessToken);
    body.put("expires_in", life);
    body.put("token_type", "Bearer");
    body.put("scope", String.join(" ", scopes));
    if (refreshToken != null) {
      body.put("refresh_token", refreshToken);
    }
    if (identified) {
      body.put("id_token", idToken(subject));
    }
    return new Scripted(200, body.toString(), Map.of());
  }

  private String idToken(String subject) {
    String claims =
        """
        {"iss": "https://accounts.google.com", "aud": "%s", "sub": "%s",
         "email": "%s@example.com", "email_verified": true}
        """
            .formatted(audience, subject, subject);
    return base64("{\"alg\":\"RS256\"}") + "." + base64(claims) + "." + base64("signature");
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Scripted error(int status, String error) {
    return new Scripted(status, "{\"error\": \"" + error + "\"}", Map.of());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
