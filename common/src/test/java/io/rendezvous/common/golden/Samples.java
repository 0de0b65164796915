package io.rendezvous.common.golden;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.budget.Budget;
import io.rendezvous.common.budget.Lease;
import io.rendezvous.common.calendar.AskedReminder;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarArguments.CreateEvent;
import io.rendezvous.common.calendar.CalendarArguments.DeleteEvent;
import io.rendezvous.common.calendar.CalendarArguments.FindFreeTime;
import io.rendezvous.common.calendar.CalendarArguments.FreeBusy;
import io.rendezvous.common.calendar.CalendarArguments.FreePerson;
import io.rendezvous.common.calendar.CalendarArguments.GetEvent;
import io.rendezvous.common.calendar.CalendarArguments.ListCalendars;
import io.rendezvous.common.calendar.CalendarArguments.ListEvents;
import io.rendezvous.common.calendar.CalendarArguments.MoveEvent;
import io.rendezvous.common.calendar.CalendarArguments.ResolveDate;
import io.rendezvous.common.calendar.CalendarArguments.RespondToInvitation;
import io.rendezvous.common.calendar.CalendarArguments.Undo;
import io.rendezvous.common.calendar.CalendarArguments.UpdateEvent;
import io.rendezvous.common.calendar.CalendarResult.Busy;
import io.rendezvous.common.calendar.CalendarResult.BusyView;
import io.rendezvous.common.calendar.CalendarResult.CalendarView;
import io.rendezvous.common.calendar.CalendarResult.Calendars;
import io.rendezvous.common.calendar.CalendarResult.ChangedMeanwhile;
import io.rendezvous.common.calendar.CalendarResult.Created;
import io.rendezvous.common.calendar.CalendarResult.DateView;
import io.rendezvous.common.calendar.CalendarResult.Dates;
import io.rendezvous.common.calendar.CalendarResult.Deleted;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Events;
import io.rendezvous.common.calendar.CalendarResult.Failed;
import io.rendezvous.common.calendar.CalendarResult.Found;
import io.rendezvous.common.calendar.CalendarResult.FreeTimes;
import io.rendezvous.common.calendar.CalendarResult.Moved;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.common.calendar.CalendarResult.Undone;
import io.rendezvous.common.calendar.CalendarResult.UndoneView;
import io.rendezvous.common.calendar.CalendarResult.Updated;
import io.rendezvous.common.calendar.LocalWhen;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.common.command.Confirmation;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Report.ApprovalExpired;
import io.rendezvous.common.command.Report.ApprovalNeeded;
import io.rendezvous.common.command.Report.ChangedOutside;
import io.rendezvous.common.command.Report.DeadlineReached;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.command.Request.CreateConversation;
import io.rendezvous.common.command.Request.DecideApproval;
import io.rendezvous.common.command.Request.SubmitAction;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.ApprovalRefusal;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event.ActionAccepted;
import io.rendezvous.common.event.Event.ApprovalDecided;
import io.rendezvous.common.event.Event.ApprovalRefused;
import io.rendezvous.common.event.Event.ApprovalRequested;
import io.rendezvous.common.event.Event.ApprovalWithdrawn;
import io.rendezvous.common.event.Event.CalendarChanged;
import io.rendezvous.common.event.Event.ConversationCreated;
import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.Event.ModelGaveUp;
import io.rendezvous.common.event.Event.ModelResponded;
import io.rendezvous.common.event.Event.ModelSettled;
import io.rendezvous.common.event.Event.PromptAccepted;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.RollbackGaveUp;
import io.rendezvous.common.event.Event.RollbackStarted;
import io.rendezvous.common.event.Event.SummaryAsked;
import io.rendezvous.common.event.Event.SummaryMade;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.Event.TurnStarted;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.TurnUndone;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.LedgerEntry.LeaseSettled;
import io.rendezvous.common.model.LedgerEntry.LeaseWanted;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ModelWish;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolFailure;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One full sample of each contract: what is optional is there. */
final class Samples {
  static final UserId USER = new UserId("u-ana");
  static final ConversationId CONVERSATION =
      new ConversationId("c0123456789abcdef-fedcba9876543210");
  static final TurnId TURN = new TurnId(CONVERSATION + ".taaaabbbbccccdddd");
  private static final CallId CALL = CallId.of(TURN, 1, 0);
  private static final ApprovalId APPROVAL = ApprovalId.of(CALL);
  private static final AskId ASK = new AskId("0000111122223333");
  private static final Instant AT = Instant.parse("2026-11-20T14:10:34.123Z");
  private static final Preferences PREFERENCES =
      new Preferences(
          Locale.forLanguageTag("en-GB"),
          ZoneId.of("Europe/London"),
          LocalTime.of(8, 30),
          LocalTime.of(17, 0),
          45,
          new ModelWish("anthropic", "claude"),
          new ModelParameters(0.5, 0.9, 0.1, -0.1, 500, List.of("END")),
          personal("system"),
          personal("goals"),
          new Budget(50_000L, 20_000_000L, 1_000_000L, 500_000_000L),
          List.of("list_events"),
          Confirmation.ALWAYS,
          personal("calendar"));
  private static final Usage USAGE =
      new Usage("openai", "gpt", 1_200, 1_000, 30, 1_234_000, false, 850);
  private static final List<FailedTry> FAILED =
      List.of(new FailedTry(ModelFailure.UNAVAILABLE, USAGE));
  private static final ToolRequest REQUEST = new ToolRequest("create_event", personal("arguments"));
  private static final Receipt RECEIPT =
      new Receipt(Receipt.Kind.CHANGED, "personal", "event-1", "etag-2", "journal-1");
  private static final LocalDateTime NINE = LocalDateTime.of(2026, 11, 27, 9, 0);
  private static final LocalDateTime TEN = NINE.plusHours(1);
  private static final Attendee BOB =
      new Attendee("bob@example.com", "Bob", true, Response.ACCEPTED);
  private static final List<String> WEEKLY = List.of("RRULE:FREQ=WEEKLY");
  private static final List<AskedReminder> REMINDERS = List.of(new AskedReminder(true, 30));
  private static final EventView VIEW =
      new EventView(
          "event-1",
          "Déjeuner",
          OffsetDateTime.parse("2026-11-27T13:00:00+01:00"),
          OffsetDateTime.parse("2026-11-27T14:00:00+01:00"),
          "Europe/Paris",
          "vendredi 27 novembre 2026, 13:00–14:00 (Europe/Paris)",
          "Chez Paul",
          "Bring papers",
          List.of(BOB),
          false,
          "series-1",
          WEEKLY,
          REMINDERS,
          true,
          true,
          "https://calendar.example.com/event-1",
          "personal");
  private static final Slot SLOT = new Slot(VIEW.start(), VIEW.end(), VIEW.timeZone(), VIEW.when());

  private static final ModelCall CALLED =
      new ModelCall(
          USER,
          TURN,
          1,
          ASK,
          3,
          ModelPurpose.ANSWER,
          AT,
          AT.plusSeconds(60),
          PREFERENCES,
          personal("system"),
          personal("summary"),
          List.of(new UserSaid(TURN, personal("text"))),
          "hash",
          new Lease(2, new Amount(9_000, 4_000_000)));

  static final List<Object> ALL =
      List.of(
          new CreateConversation(
              USER,
              CONVERSATION,
              personal("title"),
              personal("system"),
              Map.of("colour", personal("blue"))),
          new SubmitPrompt(
              USER,
              TURN,
              personal("text"),
              personal("audio"),
              "digest",
              PromptPolicy.ENQUEUE,
              PREFERENCES),
          new CancelTurn(USER, TURN),
          new SubmitAction(
              USER, TURN, "create_event", personal("arguments"), "digest", PREFERENCES),
          new DecideApproval(USER, APPROVAL, Verdict.APPROVE),
          new ModelAnswered(
              USER, TURN, ASK, "a1", personal("text"), List.of(REQUEST), USAGE, FAILED),
          new ModelFailed(USER, TURN, ASK, ModelFailure.TIMED_OUT, FAILED),
          new ToolFinished(USER, CALL, ASK, personal("result"), RECEIPT, true),
          new ToolFailed(USER, CALL, ASK, ToolFailure.CONFLICT, personal("message"), true),
          new ApprovalNeeded(USER, CALL, ASK, personal("summary"), AT),
          new ChangedOutside(USER, TURN, personal("changes")),
          new ApprovalExpired(USER, APPROVAL),
          new DeadlineReached(USER, TURN),
          new ConversationCreated(
              CONVERSATION,
              personal("title"),
              personal("system"),
              Map.of("colour", personal("blue"))),
          new PromptAccepted(
              TURN,
              personal("text"),
              personal("audio"),
              "digest",
              PromptPolicy.REJECT,
              PREFERENCES),
          new ActionAccepted(TURN, "create_event", personal("arguments"), "digest", PREFERENCES),
          new PromptRefused(TURN, "digest", RefusalReason.QUEUE_FULL),
          new TurnStarted(TURN, AT),
          new ModelAsked(TURN, 1, ASK, "digest", "hash", "templates"),
          new ModelResponded(TURN, 1, ASK, "a1", personal("text"), List.of(REQUEST), USAGE, FAILED),
          new ModelGaveUp(TURN, 1, ASK, ModelFailure.UNAVAILABLE, FAILED),
          new ModelSettled(TURN, ASK, ModelPurpose.ANSWER, USAGE, FAILED),
          new SummaryAsked(TURN, ASK, 12, PREFERENCES, "digest", "templates"),
          new SummaryMade(TURN, ASK, 12, personal("summary"), USAGE, FAILED),
          new ToolAsked(CALL, ASK, "create_event", personal("arguments")),
          new ToolSucceeded(CALL, ASK, "create_event", personal("result"), RECEIPT, true, true),
          new ToolRefused(
              CALL, ASK, "create_event", ToolFailure.NOT_FOUND, personal("message"), true, true),
          new ApprovalRequested(APPROVAL, CALL, ASK, "create_event", personal("summary"), AT),
          new ApprovalDecided(APPROVAL, CALL, Verdict.REJECT),
          new ApprovalWithdrawn(APPROVAL, CALL, WithdrawalReason.TURN_ENDED),
          new ApprovalRefused(APPROVAL, ApprovalRefusal.ALREADY_DECIDED, Verdict.APPROVE),
          new CalendarChanged(TURN, personal("changes")),
          new RollbackStarted(TURN, CALL, AT, PREFERENCES),
          new RollbackGaveUp(TURN),
          new TurnEnded(TURN, TurnEndReason.ANSWERED),
          new UserSaid(TURN, personal("text")),
          new AssistantSaid(TURN, 1, personal("text"), List.of(REQUEST), true),
          new ToolAnswered(CALL, "create_event", personal("result"), ToolFailure.CONFLICT, true),
          new TurnUndone(CALL, personal("result"), ToolFailure.UNAVAILABLE, true),
          CALLED,
          new LeaseWanted(USER, CALLED, new Amount(9_000, 4_000_000), new Amount(700, 300_000), AT),
          new LeaseSettled(USER, ASK, List.of(USAGE), AT),
          new ToolCall(
              USER,
              CALL,
              ASK,
              "create_event",
              personal("arguments"),
              PREFERENCES,
              AT,
              Origin.INFLUENCED,
              APPROVAL),
          new ReplyDelta(USER, TURN, ASK, 3, "a1", 12, personal("text")),
          new StopCall(USER, TURN, ASK),
          new Decision(
              USER,
              CONVERSATION,
              AT,
              new CancelTurn(USER, TURN),
              List.of(new NumberedEvent(7, new TurnEnded(TURN, TurnEndReason.CANCELLED)))),
          new ListCalendars(),
          new ListEvents(NINE, TEN, "lunch", "Europe/London", "personal"),
          new GetEvent("event-1", "personal"),
          new CreateEvent(
              "Lunch",
              LocalWhen.of(NINE),
              LocalWhen.of(TEN),
              "Europe/London",
              "Chez Paul",
              "Bring papers",
              List.of(BOB),
              WEEKLY,
              REMINDERS,
              true,
              true,
              DayOfWeek.FRIDAY,
              "personal"),
          new UpdateEvent(
              "event-1",
              Scope.FOLLOWING,
              "Lunch",
              LocalWhen.of(NINE),
              LocalWhen.of(TEN),
              "Europe/London",
              "Chez Paul",
              "Bring papers",
              List.of(BOB),
              WEEKLY,
              REMINDERS,
              true,
              true,
              DayOfWeek.FRIDAY,
              "etag-1",
              "personal"),
          new MoveEvent(
              "event-1",
              LocalWhen.parse("2026-11-27"),
              LocalWhen.parse("2026-11-28"),
              "Europe/London",
              Scope.ALL,
              true,
              DayOfWeek.FRIDAY,
              "personal"),
          new DeleteEvent("event-1", Scope.THIS, true, "etag-1", "personal"),
          new RespondToInvitation("event-1", Response.DECLINED, true, "personal"),
          new FreeBusy(List.of("bob@example.com"), NINE, TEN, "Europe/London", "personal"),
          new FindFreeTime(
              NINE,
              TEN,
              30,
              "Europe/London",
              List.of(new FreePerson("bob@example.com", "Europe/Paris")),
              "personal"),
          new ResolveDate("next Friday", "Europe/London"),
          new Undo(15),
          new Calendars(
              List.of(new CalendarView("personal", "Ana", "Europe/Paris", "OWNER", true))),
          new Found(VIEW),
          new Updated(VIEW, VIEW, List.of("title"), List.of(VIEW)),
          new Busy(List.of(new BusyView("bob@example.com", List.of(SLOT)))),
          new Dates(
              List.of(new DateView("every Friday", "series", "each", List.of(SLOT), 60, WEEKLY))),
          new Undone(List.of(new UndoneView(true, "changed", VIEW, List.of("title"), "EDITED"))),
          new ChangedMeanwhile(VIEW, VIEW, List.of("time")),
          new Events(List.of(VIEW), true),
          new Created(VIEW, List.of(VIEW)),
          new Moved(VIEW, VIEW, List.of(VIEW)),
          new Deleted(VIEW),
          new FreeTimes(List.of(SLOT), List.of("bob@example.com")),
          new Failed("NOT_FOUND", "List the events first."));

  private Samples() {}

  private static Personal personal(String text) {
    return new Personal("sealed-" + text, text.length(), "digest-" + text);
  }
}
