package io.rendezvous.history.projection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of the projection.
 *
 * @param conversationsAtOnce how many conversations are read and written at the same time
 * @param cache how much of the conversations written last is kept in memory
 * @param endedTurns how many ended turns of a cached conversation are kept, for their late reports
 * @param turnItemBytes how large the events of a turn's item may be before compression; DynamoDB
 *     takes items of 400 KB
 */
@Validated
@ConfigurationProperties("rendezvous.history")
public record ProjectionSettings(
    @DefaultValue("32") @Min(1) int conversationsAtOnce,
    @DefaultValue("32MB") DataSize cache,
    @DefaultValue("8") @Min(0) int endedTurns,
    @DefaultValue("300000") @Min(1_000) @Max(350_000) int turnItemBytes) {}
