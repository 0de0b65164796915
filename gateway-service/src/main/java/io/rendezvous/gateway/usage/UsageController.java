package io.rendezvous.gateway.usage;

import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ModelTotals;
import io.rendezvous.gateway.log.UsageTable;
import io.rendezvous.gateway.log.UsageTable.TurnUsage;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.security.Caller;
import io.rendezvous.gateway.security.Ownership;
import io.rendezvous.gateway.usage.UsageView.Group;
import io.rendezvous.gateway.usage.UsageView.Item;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a user's model calls took, by period, conversation and model; as far as the tables reach.
 */
@RestController
class UsageController {
  private static final Duration USUAL_PERIOD = Duration.ofDays(30);
  private static final Duration LONGEST_PERIOD = Duration.ofDays(366);
  private static final ModelTotals NOTHING =
      new ModelTotals("", "", ModelPurpose.ANSWER, 0, 0, 0, 0, 0, 0, 0);

  private final UsageTable table;
  private final Ownership ownership;
  private final InstantSource clock;

  UsageController(UsageTable table, Ownership ownership, InstantSource clock) {
    this.table = table;
    this.ownership = ownership;
    this.clock = clock;
  }

  /** Turns count to the moment in which they started. */
  @GetMapping(path = "/api/v1/usage", produces = MediaType.APPLICATION_JSON_VALUE)
  UsageView usage(
      Caller caller,
      @RequestParam(required = false) @Nullable OffsetDateTime from,
      @RequestParam(required = false) @Nullable OffsetDateTime to,
      @RequestParam(required = false) @Nullable String conversationId,
      @RequestParam(required = false) @Nullable String provider,
      @RequestParam(required = false) @Nullable String model,
      @RequestParam(defaultValue = "model") String groupBy) {
    OffsetDateTime end = to == null ? clock.instant().atOffset(ZoneOffset.UTC) : to;
    OffsetDateTime start = from == null ? end.minus(USUAL_PERIOD) : from;
    requirePeriod(start, end);
    Grouping grouping = Grouping.of(groupBy);
    if (conversationId != null) {
      ownership.conversation(caller.user(), conversationId);
    }
    Map<Group, ModelTotals> groups = new LinkedHashMap<>();
    try (var turns = table.of(caller.user(), start.toInstant(), end.toInstant())) {
      turns
          .filter(
              turn -> conversationId == null || turn.conversation().value().equals(conversationId))
          .forEach(
              turn ->
                  turn.models().stream()
                      .filter(it -> provider == null || provider.equals(it.provider()))
                      .filter(it -> model == null || model.equals(it.model()))
                      .forEach(it -> groups.merge(grouping.of(turn, it), it, ModelTotals::plus)));
    }
    ModelTotals total = groups.values().stream().reduce(NOTHING, ModelTotals::plus);
    return new UsageView(
        start,
        end,
        Item.of(Group.ALL, total),
        groups.entrySet().stream().map(it -> Item.of(it.getKey(), it.getValue())).toList());
  }

  private static void requirePeriod(OffsetDateTime from, OffsetDateTime to) {
    var period = Duration.between(from, to);
    if (!period.isPositive() || period.compareTo(LONGEST_PERIOD) > 0) {
      throw Problem.invalid(
          new FieldError(
              "from", "must be before to, by at most " + LONGEST_PERIOD.toDays() + " days"));
    }
  }

  /** What the calls of one item have in common. */
  private enum Grouping {
    MODEL,
    CONVERSATION,
    PURPOSE,
    DAY;

    static Grouping of(String name) {
      return switch (name) {
        case "model" -> MODEL;
        case "conversation" -> CONVERSATION;
        case "purpose" -> PURPOSE;
        case "day" -> DAY;
        default ->
            throw Problem.invalid(
                new FieldError("groupBy", "must be model, conversation, purpose or day"));
      };
    }

    Group of(TurnUsage turn, ModelTotals totals) {
      return switch (this) {
        case MODEL -> new Group(null, null, null, totals.provider(), totals.model());
        case CONVERSATION -> new Group(null, turn.conversation().value(), null, null, null);
        case PURPOSE -> new Group(null, null, totals.purpose(), null, null);
        case DAY ->
            new Group(
                turn.startedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                null,
                null,
                null,
                null);
      };
    }
  }
}
