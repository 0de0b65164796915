package io.rendezvous.calendar.icalendar;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attendees as lines. A name without an address is an address of the scheme {@code invalid}. */
final class People {
  private static final String MAIL = "mailto:";
  private static final String NO_ADDRESS = "invalid:";
  private static final String OPTIONAL = "OPT-PARTICIPANT";

  private People() {}

  static List<Attendee> read(Component event) {
    return event.all("ATTENDEE").stream().map(People::read).toList();
  }

  /** The lines that say so; a line that says it already stays to the letter. */
  static List<ContentLine> write(Component event, List<Attendee> attendees) {
    List<ContentLine> there = new ArrayList<>(event.all("ATTENDEE"));
    return attendees.stream().map(attendee -> write(attendee, take(attendee, there))).toList();
  }

  /** The address that a line names; empty where it names none. */
  static Optional<String> address(ContentLine line) {
    String value = line.value().trim();
    return startsWith(value, MAIL)
        ? Optional.of(value.substring(MAIL.length()))
        : line.parameter("EMAIL").filter(email -> !email.isBlank());
  }

  private static Attendee read(ContentLine line) {
    String email = address(line).filter(address -> !address.isBlank()).orElse(null);
    String name = line.parameter("CN").filter(cn -> !cn.isBlank()).orElse(null);
    return new Attendee(
        email,
        email == null && name == null ? named(line.value()) : name,
        line.parameter("ROLE").filter(OPTIONAL::equalsIgnoreCase).isPresent(),
        line.parameter("PARTSTAT").map(People::response).orElse(null));
  }

  private static ContentLine write(Attendee attendee, @Nullable ContentLine there) {
    if (there != null && read(there).equals(attendee)) {
      return there;
    }
    ContentLine line = there == null ? new ContentLine("ATTENDEE", address(attendee)) : there;
    Attendee said = read(line);
    if (attendee.name() != null && !attendee.name().equals(said.name())) {
      line = line.with("CN", attendee.name());
    } else if (attendee.name() == null) {
      line = line.without("CN");
    }
    if (attendee.optional() != said.optional()) {
      line = attendee.optional() ? line.with("ROLE", OPTIONAL) : line.without("ROLE");
    }
    return attendee.response() == said.response() && there != null
        ? line
        : line.with("PARTSTAT", status(attendee.response()));
  }

  private static @Nullable ContentLine take(Attendee attendee, List<ContentLine> from) {
    for (ContentLine line : from) {
      if (read(line).person().equals(attendee.person())) {
        from.remove(line);
        return line;
      }
    }
    return null;
  }

  private static String address(Attendee attendee) {
    return attendee.email() != null
        ? MAIL + attendee.email().replaceAll("[\\p{Cntrl}\\s]", "")
        : NO_ADDRESS
            + URLEncoder.encode(Objects.requireNonNull(attendee.name()), StandardCharsets.UTF_8);
  }

  private static String named(String value) {
    if (!startsWith(value, NO_ADDRESS)) {
      return value;
    }
    try {
      return URLDecoder.decode(value.substring(NO_ADDRESS.length()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOfOurs) {
      return value;
    }
  }

  private static @Nullable Response response(String status) {
    return switch (status.toUpperCase(Locale.ROOT)) {
      case "ACCEPTED" -> Response.ACCEPTED;
      case "DECLINED" -> Response.DECLINED;
      case "TENTATIVE" -> Response.TENTATIVE;
      default -> null;
    };
  }

  private static String status(@Nullable Response response) {
    return response == null ? "NEEDS-ACTION" : response.name();
  }

  private static boolean startsWith(String value, String scheme) {
    return value.regionMatches(true, 0, scheme, 0, scheme.length());
  }
}
