package io.rendezvous.testsupport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * What a scripted server does with one request, step by step; without an end the body ends cleanly
 * after the last step.
 */
public record ScriptedAnswer(
    int status, Map<String, String> headers, List<Step> steps, boolean byteByByte) {

  /** Why an answer ends; each wire has its own words for it. */
  public enum Ending {
    STOP,
    CALLS,
    /** The answer took all the tokens that it may. */
    LENGTH,
    FILTERED,
    /** The model made a call that cannot be read. */
    MALFORMED_CALL,
    /** The stream ends without a reason. */
    NONE
  }

  /** One thing that a server does. */
  public sealed interface Step {
    record Say(String piece) implements Step {}

    record CallStart(int index, String name) implements Step {}

    record CallPiece(int index, String arguments) implements Step {}

    record End(Ending ending) implements Step {}

    /** An error, as the wire writes it: the body of a refusal, or an event. */
    record Fail(String message, boolean amidStream) implements Step {}

    /** An event's data, whatever it is. */
    record Data(String data) implements Step {}

    record Await(CountDownLatch gate) implements Step {}

    record Pause(Duration pause) implements Step {}

    /** Sends nothing until the client hangs up. */
    record Hang() implements Step {}

    /** Resets the connection. */
    record Cut() implements Step {}
  }

  /** A stream that says nothing yet. */
  public static ScriptedAnswer stream() {
    return new ScriptedAnswer(200, Map.of("Content-Type", "text/event-stream"), List.of(), false);
  }

  /** A whole answer of text, in these pieces. */
  public static ScriptedAnswer saying(String... pieces) {
    return stream().text(pieces).end(Ending.STOP);
  }

  /** A whole answer of one tool call. */
  public static ScriptedAnswer calling(String name, String arguments) {
    return stream().toolCall(0, name, arguments).end(Ending.CALLS);
  }

  /** A refusal, with the wire's error object. */
  public static ScriptedAnswer status(int status, String message) {
    return new ScriptedAnswer(status, Map.of("Content-Type", "application/json"), List.of(), false)
        .with(new Step.Fail(message, false));
  }

  /** No answer at all, until the client hangs up. */
  public static ScriptedAnswer hanging() {
    return stream().hang();
  }

  public ScriptedAnswer header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new ScriptedAnswer(status, Map.copyOf(more), steps, byteByByte);
  }

  public ScriptedAnswer text(String... pieces) {
    ScriptedAnswer answer = this;
    for (String piece : pieces) {
      answer = answer.with(new Step.Say(piece));
    }
    return answer;
  }

  /** A tool call whose arguments come in two pieces; {@code index} is its place in the answer. */
  public ScriptedAnswer toolCall(int index, String name, String arguments) {
    int middle = arguments.length() / 2;
    return toolCallStart(index, name)
        .toolCallPiece(index, arguments.substring(0, middle))
        .toolCallPiece(index, arguments.substring(middle));
  }

  public ScriptedAnswer toolCallStart(int index, String name) {
    return with(new Step.CallStart(index, name));
  }

  public ScriptedAnswer toolCallPiece(int index, String arguments) {
    return with(new Step.CallPiece(index, arguments));
  }

  /** Any event data, JSON or not. */
  public ScriptedAnswer data(String data) {
    return with(new Step.Data(data));
  }

  /** An error amid the stream. */
  public ScriptedAnswer error(String message) {
    return with(new Step.Fail(message, true));
  }

  /** The reason, the usage (11 tokens in, 3 of them cached, 7 out) and the wire's end mark. */
  public ScriptedAnswer end(Ending ending) {
    return with(new Step.End(ending));
  }

  /** Goes on once the gate is open. */
  public ScriptedAnswer await(CountDownLatch gate) {
    return with(new Step.Await(gate));
  }

  public ScriptedAnswer pause(Duration pause) {
    return with(new Step.Pause(pause));
  }

  public ScriptedAnswer hang() {
    return with(new Step.Hang());
  }

  public ScriptedAnswer cut() {
    return with(new Step.Cut());
  }

  /** The same, one byte at a time. */
  public ScriptedAnswer inSingleBytes() {
    return new ScriptedAnswer(status, headers, steps, true);
  }

  private ScriptedAnswer with(Step step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    return new ScriptedAnswer(status, headers, List.copyOf(more), byteByByte);
  }
}
