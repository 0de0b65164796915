package io.rendezvous.gateway.security;

/** What is answered without a token, besides the page and the health check. */
public final class OpenPaths {
  /** A browser that comes back from Google has no token; its state says whose it is. */
  public static final String GOOGLE_CALLBACK = "/api/v1/calendar-accounts/google/callback";

  private OpenPaths() {}
}
