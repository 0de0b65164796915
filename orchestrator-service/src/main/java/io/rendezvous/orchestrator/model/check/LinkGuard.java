package io.rendezvous.orchestrator.model.check;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Passes text on as it comes, but no address that the model was not shown, and no picture: a text
 * that came from elsewhere could have it write what it knows into an address, which a picture sends
 * by being looked at. What may be the beginning of either waits. For one thread.
 */
public final class LinkGuard implements Consumer<String> {
  private static final String SIGNS = "[^\\s<>()\\[\\]\"'`\\\\]";
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\bhttps?:)?//(" + SIGNS + "+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?:(?:\\bhttps?:)?//" + SIGNS + "*|\\bh(?:t(?:t(?:ps?:?/?)?)?)?|/|!)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PUNCTUATION = Pattern.compile("[.,;:!?*_]+$");

  private final Set<String> known;
  private final String removed;
  private final Consumer<String> next;
  private final StringBuilder held = new StringBuilder();
  private final StringBuilder passed = new StringBuilder();

  /**
   * A guard of one answer.
   *
   * @param known as {@link #addresses} finds them
   * @param language of what stands for an address that was removed
   */
  public LinkGuard(Set<String> known, Locale language, Consumer<String> next) {
    this.known = known;
    this.removed =
        language.getLanguage().equals(Locale.FRENCH.getLanguage())
            ? "⟨lien retiré⟩"
            : "⟨link removed⟩";
    this.next = next;
  }

  /** The addresses in a text, without what stands before their host. */
  public static Set<String> addresses(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .map(address -> bare(address.group(1)))
        .collect(Collectors.toSet());
  }

  @Override
  public void accept(String piece) {
    held.append(piece);
    Matcher unfinished = UNFINISHED.matcher(held);
    pass(unfinished.find() ? unfinished.start() : held.length());
  }

  /** Passes on what waited, since nothing follows. */
  public void end() {
    pass(held.length());
  }

  /** All that was passed on. */
  public String passed() {
    return passed.toString();
  }

  private void pass(int length) {
    String text =
        ADDRESS
            .matcher(held.substring(0, length))
            .replaceAll(address -> Matcher.quoteReplacement(checked(address)))
            .replace("![", "[");
    held.delete(0, length);
    if (!text.isEmpty()) {
      passed.append(text);
      next.accept(text);
    }
  }

  private String checked(MatchResult address) {
    String rest = address.group(1);
    return known.contains(bare(rest))
        ? address.group()
        : removed + rest.substring(bare(rest).length());
  }

  /** Without what ends a sentence and no address. */
  private static String bare(String address) {
    return PUNCTUATION.matcher(address).replaceFirst("");
  }
}
