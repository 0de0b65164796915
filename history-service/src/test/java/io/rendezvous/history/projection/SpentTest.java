package io.rendezvous.history.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.Event.ModelGaveUp;
import io.rendezvous.common.event.Event.ModelResponded;
import io.rendezvous.common.event.Event.ModelSettled;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ModelTotals;
import io.rendezvous.common.model.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpentTest {
  private static final TurnId TURN =
      new TurnId("c0123456789abcdef-fedcba9876543210.taaaabbbbccccdddd");
  private static final AskId ASK = new AskId("0000111122223333");
  private static final Usage ANSWER = new Usage("openai", "mini", 100, 20, 10, 1_000, false, 50);
  private static final Usage CUT = new Usage("gemini", "flash", 90, 0, 3, 500, true, 40);
  private static final Usage NONE = new Usage("xai", "grok", 0, 0, 0, 0, false, 0);

  @Test
  void counts_answers_and_tries_in_vain_by_model_also_after_the_end() {
    Spent spent =
        Spent.NOTHING
            .plus(answer(List.of(new FailedTry(ModelFailure.INCOMPLETE, CUT))))
            .plus(answer(List.of()))
            .plus(
                new ModelGaveUp(
                    TURN,
                    3,
                    ASK,
                    ModelFailure.TIMED_OUT,
                    List.of(new FailedTry(ModelFailure.TIMED_OUT, CUT))))
            .plus(new TurnEnded(TURN, TurnEndReason.MODEL_UNAVAILABLE))
            .plus(new ModelSettled(TURN, ASK, ModelPurpose.ANSWER, ANSWER, List.of()));
    assertThat(spent.models())
        .containsExactly(
            new ModelTotals("gemini", "flash", ModelPurpose.ANSWER, 2, 2, 180, 0, 6, 1_000, 80),
            new ModelTotals("openai", "mini", ModelPurpose.ANSWER, 3, 0, 300, 60, 30, 3_000, 150));
  }

  @Test
  void whoever_was_passed_over_was_not_asked() {
    assertThat(
            Spent.NOTHING
                .plus(answer(List.of(new FailedTry(ModelFailure.PASSED_OVER, NONE))))
                .models())
        .containsExactly(
            new ModelTotals("openai", "mini", ModelPurpose.ANSWER, 1, 0, 100, 20, 10, 1_000, 50));
  }

  private static ModelResponded answer(List<FailedTry> failed) {
    return new ModelResponded(TURN, 1, ASK, "a", null, List.of(), ANSWER, failed);
  }
}
