package io.rendezvous.systemtest.check;

import static io.rendezvous.systemtest.check.HealthyRun.BOOKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.systemtest.check.evidence.ClientRecord;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Logged;
import io.rendezvous.systemtest.check.evidence.Texts;
import io.rendezvous.systemtest.client.SseEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnerJudgeTest {
  private static final UserId STRANGER = new UserId("u-bob");

  private final List<Logged<Decision>> history = BOOKING.history();

  @Test
  void finds_a_record_that_names_another_user() {
    var last = history.getLast().message();
    var foreign =
        new Decision(STRANGER, last.conversation(), last.at(), last.cause(), last.events());
    var evidence = HealthyRun.with(HealthyRun.plus(history, 4, BOOKING.record(4, foreign)));
    assertThat(new OwnerJudge().judge(evidence))
        .anyMatch(found -> found.subject().equals("history-0@4"));
    assertThat(new TurnJudge().judge(evidence)).isEmpty();
  }

  @Test
  void finds_a_record_under_another_conversations_key() {
    var last = history.getLast();
    var key = Booking.MARKS.mint(STRANGER, "seed").value();
    var moved = new Logged<>(last.place(), key, last.message(), last.json());
    assertThat(
            new OwnerJudge()
                .judge(HealthyRun.with(HealthyRun.plus(HealthyRun.without(history, 3), 3, moved))))
        .singleElement()
        .satisfies(found -> assertThat(found.found()).contains(key));
  }

  @Test
  void finds_a_text_that_was_sealed_for_somebody_else() {
    var evidence = HealthyRun.evidence();
    var none =
        new Evidence(
            evidence.marks(),
            evidence.logs(),
            new Texts(Map.of()),
            evidence.tables(),
            evidence.shown(),
            evidence.clients(),
            null,
            null,
            List.of());
    assertThat(new OwnerJudge().judge(none))
        .isNotEmpty()
        .allMatch(found -> found.found().equals("one that does not open"));
  }

  @Test
  void finds_a_stream_that_tells_another_users_event() {
    var theirs = TurnId.of(Booking.MARKS.mint(STRANGER, "seed"), "key");
    var event = new SseEvent("9", "message", "{\"turnId\": \"" + theirs + "\"}");
    var evidence = HealthyRun.withSecondPart(List.of(event));
    assertThat(new OwnerJudge().judge(evidence))
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo(theirs.conversation().value()));
  }

  @Test
  void finds_a_stream_of_another_client() {
    var stranger = new ClientRecord(STRANGER, List.of(), List.of(HealthyRun.stream()));
    assertThat(new OwnerJudge().judge(HealthyRun.evidence().withClients(List.of(stranger))))
        .isNotEmpty();
  }
}
