package io.rendezvous.calendar.approval;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.ApprovalSummary;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers what users were asked, and holds an approval to it: the same tool with the same
 * arguments, on the same version of the event, in time.
 */
public final class Approvals {
  /** Properties in one order, whatever order they came in. */
  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final ApprovalTable table;
  private final Vault vault;
  private final InstantSource clock;
  private final ApprovalSettings settings;

  public Approvals(
      DynamoDbClient tables,
      DynamoDbSettings database,
      Vault vault,
      InstantSource clock,
      ApprovalSettings settings) {
    this.table = new ApprovalTable(tables, database, vault);
    this.vault = vault;
    this.clock = clock;
    this.settings = settings;
  }

  public void createIfMissing() {
    table.createIfMissing();
  }

  /**
   * What the user is asked about a call; the same each time that the call comes.
   *
   * @param seen the event that would be touched; null where one would be made
   */
  public ApprovalAsk ask(
      ToolCall call, String arguments, ApprovalSummary summary, @Nullable CalendarEvent seen) {
    Optional<ApprovalAsk> before = table.find(call.user(), call.call());
    if (before.isPresent()) {
      return before.get();
    }
    Instant expiresAt = clock.instant().plus(settings.expiry());
    var ask = new ApprovalAsk(summary, digest(call, arguments), seen, expiresAt);
    return table.put(call, ask, expiresAt.plus(settings.kept()))
        ? ask
        : table.find(call.user(), call.call()).orElseThrow();
  }

  /** What an approved call was asked with; Invalid or Expired where the approval is not for it. */
  public Outcome<ApprovalAsk> check(ToolCall call, String arguments) {
    Optional<ApprovalAsk> asked = table.find(call.user(), call.call());
    if (asked.isEmpty()) {
      return refused("There is no such approval: its user was never asked.");
    }
    if (!asked.get().arguments().equals(digest(call, arguments))) {
      return refused("The approval is for other arguments.");
    }
    return clock.instant().isAfter(asked.get().expiresAt().plus(settings.grace()))
        ? new Outcome.Failed<>(new CalendarFailure.Expired())
        : new Outcome.Done<>(asked.get());
  }

  /** Whether what the call was about has changed since its user was asked. */
  public boolean isWithdrawn(ToolCall call) {
    return table.isWithdrawn(call.user(), call.call());
  }

  /** What the calendar's user was asked about its events, and may still answer. */
  public List<OpenAsk> open(CalendarId calendar) {
    return table.open(calendar, clock.instant().minus(settings.grace()));
  }

  /** From here on an approval of it has no effect. */
  public void withdraw(OpenAsk ask) {
    table.withdraw(ask.user(), ask.call());
  }

  private String digest(ToolCall call, String arguments) {
    return vault.digest(call.user(), call.name() + "\n" + canonical(arguments));
  }

  /** Spaces and the order of properties mean nothing. */
  private static String canonical(String arguments) {
    try {
      JsonNode tree = Json.MAPPER.readTree(arguments);
      return CANONICAL.writeValueAsString(tree);
    } catch (JacksonException notJson) {
      return arguments;
    }
  }

  private static <T> Outcome<T> refused(String reason) {
    return new Outcome.Failed<>(new CalendarFailure.Invalid(reason));
  }
}
