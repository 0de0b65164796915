package io.rendezvous.calendar.caldav;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultistatusTest {
  @Test
  void reads_the_properties_that_are_there() {
    Multistatus found =
        done(
            Multistatus.parse(
                """
                <?xml version="1.0"?>
                <x:multistatus xmlns:x="DAV:"><x:response><x:href>/a/</x:href>
                <x:propstat><x:prop><x:displayname>A &amp; B</x:displayname></x:prop>
                <x:status>HTTP/1.1 200 OK</x:status></x:propstat>
                <x:propstat><x:prop><x:owner>who</x:owner></x:prop>
                <x:status>HTTP/1.1 404 Not Found</x:status></x:propstat></x:response>
                <x:response><x:href>/b</x:href><x:href>/c</x:href>
                <x:status>HTTP/1.1 404 Not Found</x:status></x:response>
                <x:sync-token> t1 </x:sync-token></x:multistatus>
                """));
    assertThat(found.token()).contains("t1");
    assertThat(found.resources()).extracting(DavResource::href).containsExactly("/a/", "/b", "/c");
    assertThat(found.resources()).extracting(DavResource::status).containsExactly(200, 404, 404);
    DavResource first = found.resources().getFirst();
    assertThat(first.text("DAV:", "displayname")).contains("A & B");
    assertThat(first.text("DAV:", "owner")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "<html/>",
        "<multistatus/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
            + "<multistatus xmlns=\"DAV:\"><sync-token>&b;</sync-token></multistatus>",
        "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]>"
            + "<multistatus xmlns=\"DAV:\"><sync-token>&c;</sync-token></multistatus>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/\"><multistatus xmlns=\"DAV:\"/>",
      })
  void what_is_none_is_refused(String answer) {
    assertThat(failure(Multistatus.parse(answer))).isInstanceOf(CalendarFailure.Invalid.class);
  }
}
