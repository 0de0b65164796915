package io.rendezvous.calendar.tool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 * @param slotLimit how many free slots a result tells
 * @param resultSize how large a result may be as JSON; events beyond are left out, and it says so
 */
@Validated
@ConfigurationProperties("rendezvous.calendar.tools")
record ToolSettings(
    @DefaultValue("50") @Min(1) @Max(1_000) int listLimit,
    @DefaultValue("2000") @Min(1) @Max(100_000) int readLimit,
    @DefaultValue("10") @Min(1) @Max(100) int conflictLimit,
    @DefaultValue("5") @Min(1) @Max(100) int slotLimit,
    @DefaultValue("16KB") DataSize resultSize) {}
