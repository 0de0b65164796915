package io.rendezvous.calendar.caldav;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an object of a calendar, as an event's id and as the last segment of its address.
 *
 * @param id what is ours is as it is; what others named is in base64url, after a hyphen
 * @param segment as it is written in addresses
 */
record ObjectName(String id, String segment) {
  private static final Pattern OURS = Pattern.compile("[0-9a-v]{16}");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@%-]{1,500}");
  private static final String SUFFIX = ".ics";
  private static final String FOREIGN = "-";

  /** Empty where no object can have this id. */
  static Optional<ObjectName> ofId(String id) {
    if (OURS.matcher(id).matches()) {
      return Optional.of(new ObjectName(id, id + SUFFIX));
    }
    if (!id.startsWith(FOREIGN)) {
      return Optional.empty();
    }
    try {
      String segment =
          new String(Base64.getUrlDecoder().decode(id.substring(1)), StandardCharsets.UTF_8);
      // Only the form that ofHref gives: one object has one id.
      return ofHref(segment).filter(name -> name.id().equals(id));
    } catch (IllegalArgumentException notOfOurs) {
      return Optional.empty();
    }
  }

  /** Empty for an address that is none of an object, as that of the calendar itself. */
  static Optional<ObjectName> ofHref(String href) {
    String segment = href.substring(href.lastIndexOf('/') + 1);
    if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
      return Optional.empty();
    }
    String stem =
        segment.endsWith(SUFFIX) ? segment.substring(0, segment.length() - SUFFIX.length()) : "";
    if (OURS.matcher(stem).matches()) {
      return Optional.of(new ObjectName(stem, segment));
    }
    byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
    return Optional.of(
        new ObjectName(
            FOREIGN + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), segment));
  }
}
