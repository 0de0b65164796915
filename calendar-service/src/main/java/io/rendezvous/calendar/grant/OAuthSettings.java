package io.rendezvous.calendar.grant;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Google is asked for access; without the first three nobody can connect an account there.
 *
 * @param clientId of this installation, as Google's console has it
 * @param clientSecret belongs to it
 * @param redirectUri where Google sends the user back to, exactly as Google's console has it
 * @param authUri where the user is asked
 * @param tokenUri where tokens are given out
 * @param revokeUri where they are given back
 * @param scopes what is asked for; an account that is not granted each of them is not connected
 * @param stateLife how long a user may take to answer
 * @param connectTimeout how long Google has to accept a connection
 * @param requestTimeout how long it has to answer
 * @param maxAnswer the longest answer that is read, in bytes
 * @param leeway a token is held for expired so long before it is
 * @param lease how long one process may take to get a token while the others wait
 * @param leasePoll how often those look whether it is there
 * @param retryPause how long nothing is asked after Google could not be reached, at least
 * @param maxRetryPause and at most, whatever Google says
 * @param renewPause a token that is refused within this time of its making is not made anew
 */
@ConfigurationProperties("rendezvous.calendar.google.oauth")
record OAuthSettings(
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String redirectUri,
    @DefaultValue("https://accounts.google.com/o/oauth2/v2/auth") URI authUri,
    @DefaultValue("https://oauth2.googleapis.com/token") URI tokenUri,
    @DefaultValue("https://oauth2.googleapis.com/revoke") URI revokeUri,
    @DefaultValue({
          "openid",
          "email",
          "https://www.googleapis.com/auth/calendar.events",
          "https://www.googleapis.com/auth/calendar.calendarlist.readonly",
          "https://www.googleapis.com/auth/calendar.events.freebusy"
        })
        List<String> scopes,
    @DefaultValue("10m") Duration stateLife,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("8s") Duration requestTimeout,
    @DefaultValue("65536") int maxAnswer,
    @DefaultValue("60s") Duration leeway,
    @DefaultValue("30s") Duration lease,
    @DefaultValue("100ms") Duration leasePoll,
    @DefaultValue("5s") Duration retryPause,
    @DefaultValue("60s") Duration maxRetryPause,
    @DefaultValue("10s") Duration renewPause) {
  OAuthSettings {
    scopes = List.copyOf(scopes);
    if (lease.compareTo(requestTimeout) <= 0) {
      throw new IllegalArgumentException(
          "Expected rendezvous.calendar.google.oauth.lease to be longer than request-timeout, but"
              + " it is "
              + lease);
    }
  }

  /** The client of this installation; empty values are none. */
  List<String> missing() {
    var missing = new ArrayList<String>();
    addIfMissing(missing, "GOOGLE_CLIENT_ID", clientId);
    addIfMissing(missing, "GOOGLE_CLIENT_SECRET", clientSecret);
    addIfMissing(missing, "GOOGLE_REDIRECT_URI", redirectUri);
    return List.copyOf(missing);
  }

  @Override
  public String toString() {
    return "OAuthSettings[secret not shown, " + tokenUri + "]";
  }

  private static void addIfMissing(List<String> missing, String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      missing.add(name);
    }
  }
}
