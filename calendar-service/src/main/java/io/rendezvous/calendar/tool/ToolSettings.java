package io.rendezvous.calendar.tool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of the calendar tools.
 *
 * @param listLimit how many events a listing tells
 * @param readLimit how many events a search by words or for free time reads
 * @param conflictLimit how many events at the same time a result tells
 * @param conflictHorizon how far ahead the occurrences of a series are looked at for conflicts
 * @param slotLimit how many free slots a result tells
 * @param rankedSlots how many free slots of several people are compared
 * @param undoHorizon how long ago the last turn that did something may be, to be undone
 * @param undoLimit how many effects are undone at once
 * @param resultSize how large a result may be as JSON; events beyond are left out, and it says so
 */
@Validated
@ConfigurationProperties("rendezvous.calendar.tools")
record ToolSettings(
    @DefaultValue("50") @Min(1) @Max(1_000) int listLimit,
    @DefaultValue("2000") @Min(1) @Max(100_000) int readLimit,
    @DefaultValue("10") @Min(1) @Max(100) int conflictLimit,
    @DefaultValue("366d") Duration conflictHorizon,
    @DefaultValue("5") @Min(1) @Max(100) int slotLimit,
    @DefaultValue("200") @Min(1) @Max(10_000) int rankedSlots,
    @DefaultValue("7d") Duration undoHorizon,
    @DefaultValue("50") @Min(1) @Max(500) int undoLimit,
    @DefaultValue("16KB") DataSize resultSize) {}
