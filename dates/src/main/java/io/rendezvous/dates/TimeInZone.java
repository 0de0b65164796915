package io.rendezvous.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * A local time in a zone.
 *
 * @param candidates the times on the time line that it may be, the earlier first
 */
public record TimeInZone(
    LocalDateTime local, ZoneId zone, Note note, List<ZonedDateTime> candidates) {
  /** What the clocks of the zone do at that time. */
  public enum Note {
    NONE,
    /** They are put forward over it, so that it is later by as much. */
    SKIPPED,
    /** They are put back over it, and show it once more. */
    TWICE
  }

  public TimeInZone {
    candidates = List.copyOf(candidates);
  }

  /**
   * A time that the clocks skip is moved forward by as much as they skip, as {@link
   * ZonedDateTime#ofLocal} does; one that they show twice has two candidates.
   */
  public static TimeInZone of(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return switch (offsets.size()) {
      case 0 ->
          new TimeInZone(
              local, zone, Note.SKIPPED, List.of(ZonedDateTime.ofLocal(local, zone, null)));
      case 1 -> new TimeInZone(local, zone, Note.NONE, at(local, zone, offsets));
      default -> new TimeInZone(local, zone, Note.TWICE, at(local, zone, offsets));
    };
  }

  private static List<ZonedDateTime> at(
      LocalDateTime local, ZoneId zone, List<ZoneOffset> offsets) {
    return offsets.stream().map(offset -> ZonedDateTime.ofLocal(local, zone, offset)).toList();
  }

  /** When a day begins, which is not at midnight where the clocks skip that. */
  public static ZonedDateTime startOf(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone);
  }

  /** The likeliest: the only one, or the earlier of two. */
  public ZonedDateTime earliest() {
    return candidates.getFirst();
  }

  /**
   * Weekday, local time, zone and what the clocks do: in French for the French, else in English.
   */
  public String text(Locale language) {
    return TimeText.in(language).of(this);
  }
}
