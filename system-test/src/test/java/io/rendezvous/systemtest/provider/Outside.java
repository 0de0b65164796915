package io.rendezvous.systemtest.provider;

import io.rendezvous.systemtest.deployment.Plan;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.testsupport.google.GoogleEvents;
import io.rendezvous.testsupport.google.ScriptedGoogle;
import io.rendezvous.testsupport.google.ScriptedOAuth;

/** The scripted Google with its tokens, and how the calendar service finds it. */
record Outside(ScriptedOAuth oauth, ScriptedGoogle google) implements AutoCloseable {
  /** Who consents. */
  static final String SUBJECT = "ana";

  static Outside start() {
    var oauth = ScriptedOAuth.start();
    return new Outside(oauth, ScriptedGoogle.start(oauth::subject));
  }

  Plan with(Plan plan) {
    return plan.with(
            Service.CALENDAR, "RENDEZVOUS_CALENDAR_GOOGLE_ROOTURL", google.root().toString())
        .with(
            Service.CALENDAR,
            "RENDEZVOUS_CALENDAR_GOOGLE_OAUTH_TOKENURI",
            oauth.uri("/token").toString())
        .with(Service.CALENDAR, "GOOGLE_CLIENT_ID", ScriptedOAuth.CLIENT)
        .with(Service.CALENDAR, "GOOGLE_CLIENT_SECRET", ScriptedOAuth.CLIENT_SECRET)
        .with(Service.CALENDAR, "GOOGLE_REDIRECT_URI", ScriptedOAuth.REDIRECT);
  }

  GoogleEvents events() {
    return google.account(SUBJECT).primary();
  }

  @Override
  public void close() {
    google.close();
    oauth.close();
  }
}
