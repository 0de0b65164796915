package io.rendezvous.common.command;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.rendezvous.common.budget.Budget;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.model.ModelWish;
import io.rendezvous.common.personal.Personal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What shapes the answers to a user; travels with each prompt, so that a turn is a function of its
 * records.
 *
 * @param language the language of answers, a BCP 47 tag; French where none is given
 * @param timeZone where the user's days begin; Paris where none is given
 * @param dayStart when the working day begins, local time; 09:00 where none is given
 * @param dayEnd when it ends, after {@code dayStart}; 18:00 where none is given
 * @param meetingMinutes how long a meeting is when nobody says, 1 to 1,440; 60 where none is given
 * @param model who shall answer; null leaves it to the service
 * @param parameters how; those of the prompt over those of the user
 * @param systemPrompt what the user wants every model to be told
 * @param goals what the user works towards
 * @param budget what asking models may take; null is no bound
 * @param tools that models may call; null is every one
 * @param confirmation what models may not do unasked
 * @param defaultCalendar where events go whose calendar nobody names, as {@code calendarId}; null
 *     is the service's own
 */
public record Preferences(
    Locale language,
    ZoneId timeZone,
    LocalTime dayStart,
    LocalTime dayEnd,
    int meetingMinutes,
    @Nullable ModelWish model,
    ModelParameters parameters,
    @Nullable Personal systemPrompt,
    @Nullable Personal goals,
    @Nullable Budget budget,
    @Nullable List<String> tools,
    Confirmation confirmation,
    @Nullable Personal defaultCalendar) {
  public static final Preferences DEFAULT = of(null, null);

  public Preferences {
    requireNonNull(language, "language");
    requireNonNull(timeZone, "timeZone");
    requireNonNull(dayStart, "dayStart");
    requireNonNull(dayEnd, "dayEnd");
    requireNonNull(parameters, "parameters");
    requireNonNull(confirmation, "confirmation");
    tools = tools == null ? null : List.copyOf(tools);
  }

  @JsonCreator
  static Preferences of(
      @Nullable Locale language,
      @Nullable ZoneId timeZone,
      @Nullable LocalTime dayStart,
      @Nullable LocalTime dayEnd,
      @Nullable Integer meetingMinutes,
      @Nullable ModelWish model,
      @Nullable ModelParameters parameters,
      @Nullable Personal systemPrompt,
      @Nullable Personal goals,
      @Nullable Budget budget,
      @Nullable List<String> tools,
      @Nullable Confirmation confirmation,
      @Nullable Personal defaultCalendar) {
    return new Preferences(
        requireNonNullElse(language, Locale.FRENCH),
        requireNonNullElse(timeZone, ZoneId.of("Europe/Paris")),
        requireNonNullElse(dayStart, LocalTime.of(9, 0)),
        requireNonNullElse(dayEnd, LocalTime.of(18, 0)),
        requireNonNullElse(meetingMinutes, 60),
        model,
        requireNonNullElse(parameters, ModelParameters.NONE),
        systemPrompt,
        goals,
        budget,
        tools,
        requireNonNullElse(confirmation, Confirmation.INVITATIONS),
        defaultCalendar);
  }

  /** Preferences of this language and zone, all else as by default. */
  public static Preferences of(@Nullable Locale language, @Nullable ZoneId timeZone) {
    return of(language, timeZone, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** Whether models may call this tool. */
  public boolean allows(String tool) {
    return tools == null || tools.contains(tool);
  }

  /** What tools need to know: nothing that is said to models. */
  public Preferences forTools() {
    return new Preferences(
        language,
        timeZone,
        dayStart,
        dayEnd,
        meetingMinutes,
        null,
        ModelParameters.NONE,
        null,
        null,
        null,
        null,
        confirmation,
        defaultCalendar);
  }

  /** The same, with the parameters of one prompt over the user's. */
  public Preferences with(ModelParameters wanted) {
    return new Preferences(
        language,
        timeZone,
        dayStart,
        dayEnd,
        meetingMinutes,
        model,
        wanted.over(parameters),
        systemPrompt,
        goals,
        budget,
        tools,
        confirmation,
        defaultCalendar);
  }

  /** The same, within this budget. */
  public Preferences within(@Nullable Budget bounds) {
    return new Preferences(
        language,
        timeZone,
        dayStart,
        dayEnd,
        meetingMinutes,
        model,
        parameters,
        systemPrompt,
        goals,
        bounds,
        tools,
        confirmation,
        defaultCalendar);
  }
}
