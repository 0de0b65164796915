package io.rendezvous.calendar.grant;

import static io.rendezvous.calendar.TestCalls.done;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.TestClock;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.account.Leases;
import io.rendezvous.calendar.account.TestAccounts;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.google.ScriptedOAuth;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** A user whom no other test has, and a Google of her own. */
abstract class GrantFixture {
  static final String PREFIX = "grants-";
  static final List<String> SCOPES = List.of("openid", "email", "calendar.events", "calendar.list");

  final TestClock clock = new TestClock();
  final ScriptedOAuth google = ScriptedOAuth.start();
  final OAuthSettings settings = settings(Duration.ofSeconds(8));
  final HttpClient http = GrantConfiguration.http(settings);
  final Accounts accounts = TestAccounts.open(PREFIX, clock);
  final Leases leases = TestAccounts.leases(PREFIX, clock);
  final PendingTable pending = pending();
  final TokenEndpoint endpoint = new TokenEndpoint(http, settings);
  final GoogleConnecting connecting =
      new GoogleConnecting(accounts, pending, endpoint, settings, clock);
  final Disconnecting disconnecting = new Disconnecting(accounts, endpoint);
  final UserId ana = TestCalls.newUser();

  @AfterEach
  void stop() {
    http.shutdownNow();
    google.close();
  }

  /** As another process has it. */
  GoogleGrants grants() {
    return grants(endpoint);
  }

  GoogleGrants grants(TokenEndpoint at) {
    var refreshing = new Refreshing(leases, at, settings, clock, new SimpleMeterRegistry());
    return new GoogleGrants(accounts, leases, refreshing, settings, clock);
  }

  OAuthSettings settings(Duration requestTimeout) {
    return new OAuthSettings(
        ScriptedOAuth.CLIENT,
        ScriptedOAuth.CLIENT_SECRET,
        ScriptedOAuth.REDIRECT,
        URI.create("https://accounts.example/auth"),
        google.uri("/token"),
        google.uri("/revoke"),
        SCOPES,
        Duration.ofMinutes(10),
        Duration.ofSeconds(3),
        requestTimeout,
        65_536,
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofMillis(20),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(10));
  }

  Account connected() {
    return connected(ana, "ana-at-google");
  }

  Account connected(UserId user, String subject) {
    URI url = connecting.authorize(user).url();
    String code = google.consent(url, subject, Set.of());
    return done(connecting.connect(state(url), Optional.of(code)));
  }

  static String state(URI url) {
    return ScriptedOAuth.form(url.getRawQuery()).get("state");
  }

  Account.Status status(AccountId account) {
    return accounts.find(ana, account).orElseThrow().status();
  }

  private static PendingTable pending() {
    var table =
        new PendingTable(
            TestDynamoDb.client(), TestDynamoDb.settings(PREFIX), TestAccounts.keys(1));
    table.createIfMissing();
    return table;
  }
}
