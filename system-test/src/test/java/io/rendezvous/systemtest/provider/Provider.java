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
import java.util.Base64;
import java.util.List;
import java.util.Set;

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

  /** The calendar of this name becomes the one that is meant; returns its id. */
  static String choose(Client user, String named) throws IOException, InterruptedException {
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
}
