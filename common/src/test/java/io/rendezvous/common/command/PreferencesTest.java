package io.rendezvous.common.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.wire.Json;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PreferencesTest {
  @Test
  void what_is_missing_is_as_by_default() {
    assertThat(Json.MAPPER.readValue("{}", Preferences.class)).isEqualTo(Preferences.DEFAULT);
    assertThat(Json.MAPPER.readValue("{\"language\":\"en\"}", Preferences.class))
        .isEqualTo(Preferences.of(Locale.ENGLISH, null));
  }

  @Test
  void language_is_a_tag_and_zone_an_id() {
    var tree =
        Json.MAPPER.valueToTree(Preferences.of(Locale.UK, ZoneId.of("America/Argentina/Salta")));
    assertThat(tree.get("language").asString()).isEqualTo("en-GB");
    assertThat(tree.get("timeZone").asString()).isEqualTo("America/Argentina/Salta");
    assertThat(Json.MAPPER.valueToTree(Preferences.DEFAULT).get("language").asString())
        .isEqualTo("fr");
    assertThat(Json.MAPPER.readValue("{\"language\":\"en-GB\"}", Preferences.class).language())
        .isEqualTo(Locale.UK);
  }
}
