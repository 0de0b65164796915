package io.rendezvous.calendar.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectNameTest {
  @Test
  void what_is_ours_is_named_as_it_is() {
    assertThat(ObjectName.ofId("0123456789abcdef"))
        .contains(new ObjectName("0123456789abcdef", "0123456789abcdef.ics"))
        .isEqualTo(ObjectName.ofHref("/ana/work/0123456789abcdef.ics"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Meeting%20(1).ics", "ABC-123", "0123456789abcdef", "a%2Fb.ics", "~x"})
  void what_others_named_has_an_id_for_paths(String segment) {
    ObjectName name = ObjectName.ofHref("/ana/work/" + segment).orElseThrow();
    assertThat(name.segment()).isEqualTo(segment);
    assertThat(name.id()).matches("-[A-Za-z0-9_-]+");
    assertThat(ObjectName.ofId(name.id())).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ana/work/", "/ana/work/..", "/ana/work/.", "/ana/work/a?b", "/a/b c"})
  void what_is_no_object_has_no_name(String href) {
    assertThat(ObjectName.ofHref(href)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-", "-!", "-Li4", "-Li4vLi4vc2VjcmV0", "../../secret", "-YQ=="})
  void an_id_leads_to_nothing_but_an_object(String id) {
    assertThat(ObjectName.ofId(id)).isEmpty();
  }
}
