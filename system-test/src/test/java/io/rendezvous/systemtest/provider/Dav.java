package io.rendezvous.systemtest.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.testsupport.DavServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A calendar of her own at a server that nobody else of this process uses. */
final class Dav {
  private static final String COLLECTION = "kills";
  private static final Pattern TITLE = Pattern.compile("SUMMARY:([^\r\n<&]*)");
  private static final String EVERYTHING =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
        <D:prop><C:calendar-data/></D:prop>
        <C:filter><C:comp-filter name="VCALENDAR"/></C:filter>
      </C:calendar-query>
      """;

  private Dav() {}

  static String connect(DavServer server, Client user) throws IOException, InterruptedException {
    assertThat(send(server, "MKCALENDAR", "").statusCode()).isEqualTo(201);
    Answer connected =
        user.post(
            "/api/v1/calendar-accounts/caldav",
            "{\"url\": \"%s\", \"username\": \"%s\", \"password\": \"any\"}"
                .formatted(server.base(), DavServer.USER));
    assertThat(connected.status()).as(connected.body()).isEqualTo(201);
    return Provider.choose(user, COLLECTION);
  }

  static List<String> titles(DavServer server) throws IOException, InterruptedException {
    return TITLE
        .matcher(send(server, "REPORT", EVERYTHING).body())
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static HttpResponse<String> send(DavServer server, String method, String body)
      throws IOException, InterruptedException {
    String login = DavServer.USER + ":any";
    var request =
        HttpRequest.newBuilder(server.base().resolve(server.home() + COLLECTION + "/"))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .header("Depth", "1");
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/xml; charset=utf-8");
    }
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
