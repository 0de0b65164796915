package io.rendezvous.systemtest.load.plain;

import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation.
 *
 * @param role user, assistant, call or result
 * @param call the id of the tool call, for a call and its result
 * @param tool its name
 */
record Line(String role, String text, @Nullable String call, @Nullable String tool) {
  static Line user(String text) {
    return new Line("user", text, null, null);
  }

  static Line assistant(String text) {
    return new Line("assistant", text, null, null);
  }

  static Line call(String id, String tool, String arguments) {
    return new Line("call", arguments, id, tool);
  }

  static Line result(String id, String tool, String result) {
    return new Line("result", result, id, tool);
  }
}
