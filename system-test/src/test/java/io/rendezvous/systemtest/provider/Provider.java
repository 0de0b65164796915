package io.rendezvous.systemtest.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.CalendarEntry;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.testsupport.DavServer;
import io.rendezvous.testsupport.google.GoogleAccount;
import io.rendezvous.testsupport.google.ScriptedOAuth;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where a user's events are, and how somebody else counts them there. */
enum Provider {
  EMBEDDED {
    @Override
    String connect(Client user, Outside outside) {
      return "personal";
    }

    @Override
    List<String> titles(Client user, Outside outside) throws IOException, InterruptedException {
      return user.calendar().stream().map(CalendarEntry::title).toList();
    }
  },
  RADICALE {
    @Override
    String connect(Client user, Outside outside) throws IOException, InterruptedException {
      return Dav.connect(DavServer.RADICALE, user);
    }

    @Override
    List<String> titles(Client user, Outside outside) throws IOException, InterruptedException {
      return Dav.titles(DavServer.RADICALE);
    }
  },
  XANDIKOS {
    @Override
    String connect(Client user, Outside outside) throws IOException, InterruptedException {
      return Dav.connect(DavServer.XANDIKOS, user);
    }

    @Override
    List<String> titles(Client user, Outside outside) throws IOException, InterruptedException {
      return Dav.titles(DavServer.XANDIKOS);
    }
  },
  GOOGLE {
    @Override
    String connect(Client user, Outside outside) throws IOException, InterruptedException {
      Answer authorized = user.post("/api/v1/calendar-accounts/google/authorize", "{}");
      URI asked = URI.create(authorized.text("authorizationUrl"));
      String code = outside.oauth().consent(asked, Outside.SUBJECT, Set.of());
      String state = ScriptedOAuth.form(asked.getRawQuery()).get("state");
      Answer connected =
          user.get("/api/v1/calendar-accounts/google/callback?state=" + state + "&code=" + code);
      assertThat(connected.status()).as(connected.body()).isEqualTo(200);
      return choose(user, GoogleAccount.EMAIL);
    }

    @Override
    List<String> titles(Client user, Outside outside) {
      return outside.events().titles();
    }
  };

  /** Connects an account there, whose calendar becomes the one that is meant; returns its id. */
  abstract String connect(Client user, Outside outside) throws IOException, InterruptedException;

  /** Of all events that are there now. */
  abstract List<String> titles(Client user, Outside outside)
      throws IOException, InterruptedException;

  private static String choose(Client user, String named) throws IOException, InterruptedException {
    String calendar =
        user.get("/api/v1/calendars")
            .items()
            .map(info -> info.path("id").asString())
            .filter(id -> decoded(id).contains(named))
            .findFirst()
            .orElseThrow();
    Answer chosen =
        user.send("PUT", "/api/v1/preferences", "{\"defaultCalendar\": \"" + calendar + "\"}");
    assertThat(chosen.status()).isEqualTo(200);
    return calendar;
  }

  private static String decoded(String calendar) {
    int dot = calendar.indexOf('.');
    return dot < 0 ? "" : new String(Base64.getUrlDecoder().decode(calendar.substring(dot + 1)));
  }

  /** A calendar of her own at a server that nobody else of this process uses. */
  private static final class Dav {
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

    static String connect(DavServer server, Client user) throws IOException, InterruptedException {
      assertThat(send(server, "MKCALENDAR", "").statusCode()).isEqualTo(201);
      Answer connected =
          user.post(
              "/api/v1/calendar-accounts/caldav",
              "{\"url\": \"%s\", \"username\": \"%s\", \"password\": \"any\"}"
                  .formatted(server.base(), DavServer.USER));
      assertThat(connected.status()).as(connected.body()).isEqualTo(201);
      return choose(user, COLLECTION);
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
}
