package io.rendezvous.gateway.preferences;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What holds for users who have not chosen, and what they may choose.
 *
 * @param language the language of answers
 * @param timeZone where days begin
 * @param cacheTime how long another gateway's change may go unseen by this one
 * @param readLimit how long the table may take to tell
 * @param awayPause how long prompts do not ask it after it did not tell, where it had told before
 * @param cachedUsers how many users' preferences are in memory at most
 * @param systemPromptCharacters the longest system prompt of a user's own
 * @param goalsCharacters the longest text on goals
 * @param freeCharacters the longest {@code client} and the longest {@code voice}, as JSON
 */
@Validated
@ConfigurationProperties("rendezvous.preferences")
record PreferencesSettings(
    @NotNull @DefaultValue("fr") Locale language,
    @NotNull @DefaultValue("Europe/Paris") ZoneId timeZone,
    @NotNull @DefaultValue("2s") Duration cacheTime,
    @NotNull @DefaultValue("1s") Duration readLimit,
    @NotNull @DefaultValue("5s") Duration awayPause,
    @Min(1) @DefaultValue("10000") int cachedUsers,
    @Min(1) @DefaultValue("2000") int systemPromptCharacters,
    @Min(1) @DefaultValue("1000") int goalsCharacters,
    @Min(2) @DefaultValue("8000") int freeCharacters) {}
