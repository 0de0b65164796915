package io.rendezvous.systemtest.check.gather;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.systemtest.check.evidence.Logged;
import io.rendezvous.systemtest.check.evidence.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens what people wrote, each text with the key of the user in whose record it stands. */
final class TextOpener {
  private final Vault vault;
  private final Map<Texts.Sealed, String> opened = new HashMap<>();

  TextOpener(Vault vault) {
    this.vault = vault;
  }

  Texts open(List<Logged<Decision>> history) {
    for (Logged<Decision> record : history) {
      UserId user = record.message().user();
      Texts.in(record.json()).forEach(text -> open(user, text));
    }
    return new Texts(opened);
  }

  private void open(UserId user, Personal text) {
    try {
      opened.put(new Texts.Sealed(user, text), vault.open(user, text));
    } catch (IllegalArgumentException another) {
      // Left out: the judges tell.
    }
  }
}
