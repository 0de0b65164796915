package io.rendezvous.calendar.icalendar;

/** Values of the type TEXT (RFC 5545, 3.3.11). */
final class Words {
  private Words() {}

  /** Control characters other than tabs and ends of lines have no form, and go. */
  static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n")
        .replace("\r", "\\n")
        .replaceAll("[\\p{Cntrl}&&[^\t]]", "");
  }

  static String unescape(String value) {
    var text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
