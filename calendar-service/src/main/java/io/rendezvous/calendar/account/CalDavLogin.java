package io.rendezvous.calendar.account;

import io.rendezvous.calendar.CalDavAccount;
import io.rendezvous.common.wire.Json;
import java.net.URI;

/** What opens a CalDAV account, as it is kept; never printed. */
record CalDavLogin(URI url, String username, String password) {
  static CalDavLogin of(Secret secret) {
    return Json.MAPPER.readValue(secret.text(), CalDavLogin.class);
  }

  Secret secret() {
    return new Secret(Json.MAPPER.writeValueAsString(this));
  }

  CalDavAccount account() {
    return new CalDavAccount(url, username, password);
  }

  @Override
  public String toString() {
    return "CalDavLogin[not shown]";
  }
}
