package io.rendezvous.systemtest.scripted;

import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the model behaves; what the last text of the user asks for comes first.
 *
 * @param think before the first byte of every answer
 * @param exponential whether {@code think} is a mean rather than the same each time
 * @param seed of the random think times
 * @param rounds how many tool calls a turn has before its text
 * @param tool the tool that is called
 * @param arguments what it is called with, as JSON
 * @param tokens how long the text is
 * @param tokensPerSecond how fast it comes; 0 is all at once
 * @param fault what goes wrong in every request; null is nothing
 */
public record Script(
    Duration think,
    boolean exponential,
    long seed,
    int rounds,
    String tool,
    String arguments,
    int tokens,
    double tokensPerSecond,
    @Nullable String fault) {

  /** One call of a read-only tool, then a short text, all at once. */
  public static final Script USUAL =
      new Script(
          Duration.ZERO,
          false,
          1,
          1,
          ToolCatalogue.LIST_EVENTS,
          "{\"from\":\"2030-01-07T00:00\",\"to\":\"2030-01-14T00:00\"}",
          20,
          0,
          null);

  public Script thinking(Duration think) {
    return new Script(
        think, exponential, seed, rounds, tool, arguments, tokens, tokensPerSecond, fault);
  }

  /** With so many tool calls before the text. */
  public Script calls(int rounds) {
    return new Script(
        think, exponential, seed, rounds, tool, arguments, tokens, tokensPerSecond, fault);
  }

  public Script saying(int tokens, double tokensPerSecond) {
    return new Script(
        think, exponential, seed, rounds, tool, arguments, tokens, tokensPerSecond, fault);
  }

  public Script calling(String tool, String arguments) {
    return new Script(
        think, exponential, seed, rounds, tool, arguments, tokens, tokensPerSecond, fault);
  }

  /** With what goes wrong in every request, as {@link Wish} reads it behind the #. */
  public Script failing(@Nullable String fault) {
    return new Script(
        think, exponential, seed, rounds, tool, arguments, tokens, tokensPerSecond, fault);
  }
}
