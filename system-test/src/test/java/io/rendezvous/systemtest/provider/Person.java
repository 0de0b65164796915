package io.rendezvous.systemtest.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A user with at most one event, which she has created, renamed and deleted in turn. */
final class Person {
  private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).plusDays(7);

  private final Provider provider;
  private final Recorder user;
  private final Outside outside;
  private final String calendar;
  private int effects;

  private Person(Provider provider, Recorder user, Outside outside, String calendar) {
    this.provider = provider;
    this.user = user;
    this.outside = outside;
    this.calendar = calendar;
  }

  static Person connected(Provider provider, Recorder user, Outside outside) throws Exception {
    return new Person(provider, user, outside, provider.connect(user.client(), outside));
  }

  Provider provider() {
    return provider;
  }

  /** Has the next effect begun. */
  Submission begin() throws Exception {
    String call =
        switch (effects % 3) {
          case 0 ->
              "create_event {\"title\": \"%s\", \"start\": \"%sT10:00\"}".formatted(title(), DAY);
          case 1 ->
              "update_event {\"eventId\": \"%s\", \"title\": \"%s\"}".formatted(event(), title());
          default -> "delete_event {\"eventId\": \"%s\"}".formatted(event());
        };
    String turn = "#turn:" + provider + "-" + effects;
    return user.submit(turn + " #call:" + call, null);
  }

  /** Returns once the turn has ended well; the effect is had. */
  void awaitEnd(Submission begun) throws Exception {
    user.followToTheEnd(begun).orElseThrow();
    String turn = ((Submission.Accepted) begun.answer()).turn().value();
    assertThat(user.client().ended(turn).json().path("status").asString()).isEqualTo("completed");
    effects++;
  }

  /** Whoever else looks finds what the effects so far have left, and one more where it is had. */
  void requireEffects(boolean oneMore) throws Exception {
    int had = effects + (oneMore ? 1 : 0);
    List<String> expected = had % 3 == 0 ? List.of() : List.of("Kill " + (had - 1));
    assertThat(provider.titles(user.client(), outside)).as("%s", provider).isEqualTo(expected);
  }

  private String title() {
    return "Kill " + effects;
  }

  private String event() throws Exception {
    return user.client()
        .get(
            "/api/v1/calendars/%s/events?from=%sT00:00Z&to=%sT00:00Z"
                .formatted(calendar, DAY, DAY.plusDays(1)))
        .items()
        .map(event -> event.path("id").asString())
        .findFirst()
        .orElseThrow();
  }
}
