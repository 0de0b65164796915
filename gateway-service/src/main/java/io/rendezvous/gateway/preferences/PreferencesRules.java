package io.rendezvous.gateway.preferences;

import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.budget.Budget;
import io.rendezvous.common.command.Confirmation;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.model.ModelWish;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolSpec;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What users may choose, and what it means for their prompts. */
final class PreferencesRules {
  private static final Set<String> KNOWN =
      Set.of(
          "language",
          "timeZone",
          "workingHours",
          "defaultMeetingMinutes",
          "defaultCalendar",
          "model",
          "systemPrompt",
          "goals",
          "budget",
          "tools",
          "confirmation",
          "promptPolicy",
          "voice",
          "client");

  private static final List<String> TOOLS = ToolCatalogue.ALL.stream().map(ToolSpec::name).toList();

  private static final int NAME_CHARACTERS = 200;

  /** A calendar's id holds the provider's own, encoded. */
  private static final int CALENDAR_CHARACTERS = 1_000;

  private static final int DAY_MINUTES = 1_440;
  private static final String TIMES = "must be two times HH:mm, the start before the end";

  private final PreferencesSettings settings;
  private final Vault vault;

  PreferencesRules(PreferencesSettings settings, Vault vault) {
    this.settings = settings;
    this.vault = vault;
  }

  /**
   * What this document means, whose texts are sealed.
   *
   * @throws Problem 400 that names every field that is not valid
   */
  Meaning check(UserId user, ObjectNode document) {
    var errors = new ArrayList<FieldError>();
    Meaning meaning = meaning(user, document, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return meaning;
  }

  /**
   * The same of one that was stored, maybe under other rules: what is not valid now is left out.
   */
  Meaning read(UserId user, ObjectNode document) {
    return meaning(user, document, new ArrayList<>());
  }

  private Meaning meaning(UserId user, ObjectNode document, List<FieldError> errors) {
    var fields = new Fields(document, "", errors);
    fields.requireKnown(KNOWN);
    Locale language = fields.text("language", "must be a BCP 47 tag", PreferencesRules::language);
    ZoneId zone = fields.text("timeZone", "must be an IANA time zone", PreferencesRules::zone);
    Hours hours = hours(fields);
    Integer minutes = fields.integer("defaultMeetingMinutes", 1, DAY_MINUTES);
    String calendar = fields.text("defaultCalendar", CALENDAR_CHARACTERS);
    Fields model = fields.object("model");
    ModelWish wish = model == null ? null : wish(model);
    ModelParameters parameters = model == null ? ModelParameters.NONE : parameters(model);
    String systemPrompt = fields.text("systemPrompt", settings.systemPromptCharacters());
    String goals = fields.text("goals", settings.goalsCharacters());
    Budget budget = budget(fields);
    List<String> tools = fields.someOf("tools", TOOLS);
    String confirmation = fields.oneOf("confirmation", List.of("never", "invitations", "always"));
    String policy =
        fields.oneOf(
            "promptPolicy", List.of("enqueue", "reject", "interrupt", "steer", "rollback"));
    fields.free("voice", settings.freeCharacters());
    fields.free("client", settings.freeCharacters());
    return new Meaning(
        new Preferences(
            requireNonNullElse(language, settings.language()),
            requireNonNullElse(zone, settings.timeZone()),
            hours.start(),
            hours.end(),
            requireNonNullElse(minutes, Preferences.DEFAULT.meetingMinutes()),
            wish,
            parameters,
            seal(user, systemPrompt),
            seal(user, goals),
            budget,
            tools,
            confirmation == null
                ? Preferences.DEFAULT.confirmation()
                : Confirmation.valueOf(confirmation.toUpperCase(Locale.ROOT)),
            seal(user, calendar)),
        policy == null
            ? PromptPolicy.ENQUEUE
            : PromptPolicy.valueOf(policy.toUpperCase(Locale.ROOT)));
  }

  /** The document with all that holds by default. */
  ObjectNode whole(ObjectNode document) {
    ObjectNode whole = document.objectNode();
    whole.put("language", settings.language().toLanguageTag());
    whole.put("timeZone", settings.timeZone().getId());
    whole
        .putObject("workingHours")
        .put("start", Preferences.DEFAULT.dayStart().toString())
        .put("end", Preferences.DEFAULT.dayEnd().toString());
    whole.put("defaultMeetingMinutes", Preferences.DEFAULT.meetingMinutes());
    whole.putObject("model");
    whole.put("confirmation", "invitations");
    whole.put("promptPolicy", "enqueue");
    whole.putObject("voice");
    whole.putObject("client");
    whole.setAll(document);
    return whole;
  }

  private static Locale language(String tag) {
    Locale language = new Locale.Builder().setLanguageTag(tag).build();
    if (language.getLanguage().isEmpty()) {
      throw new IllegalArgumentException("no language");
    }
    return language;
  }

  private static ZoneId zone(String id) {
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      throw new IllegalArgumentException("no zone");
    }
    return ZoneId.of(id);
  }

  private record Hours(LocalTime start, LocalTime end) {}

  private static Hours hours(Fields fields) {
    var usual = new Hours(Preferences.DEFAULT.dayStart(), Preferences.DEFAULT.dayEnd());
    Fields given = fields.object("workingHours");
    if (given == null) {
      return usual;
    }
    given.requireKnown(Set.of("start", "end"));
    LocalTime start = given.text("start", TIMES, LocalTime::parse);
    LocalTime end = given.text("end", TIMES, LocalTime::parse);
    var hours =
        new Hours(requireNonNullElse(start, usual.start()), requireNonNullElse(end, usual.end()));
    if (!hours.start().isBefore(hours.end())) {
      fields.wrong("workingHours", TIMES);
      return usual;
    }
    return hours;
  }

  private static @Nullable ModelWish wish(Fields model) {
    model.requireKnown(Set.of("provider", "name", "parameters"));
    String provider = model.oneOf("provider", ModelWish.PROVIDERS.stream().sorted().toList());
    String name = model.text("name", NAME_CHARACTERS);
    if (name != null && provider == null) {
      model.wrong("name", "needs a provider");
    }
    return provider == null ? null : new ModelWish(provider, name);
  }

  /** What users allow themselves; what the operator allows holds all the same. */
  private static @Nullable Budget budget(Fields fields) {
    Fields given = fields.object("budget");
    if (given == null) {
      return null;
    }
    given.requireKnown(Set.of("turnTokens", "turnCost", "dayTokens", "dayCost"));
    return new Budget(
        given.count("turnTokens"),
        given.nanos("turnCost"),
        given.count("dayTokens"),
        given.nanos("dayCost"));
  }

  private static ModelParameters parameters(Fields model) {
    Fields given = model.object("parameters");
    return given == null ? ModelParameters.NONE : ParameterRules.check(given);
  }

  private @Nullable Personal seal(UserId user, @Nullable String text) {
    return text == null || text.isBlank() ? null : vault.seal(user, text);
  }
}
