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
  /** What the product would count for it: sealed, in base64, with a digest and ids. */
  private static final int SEALED = 264;

  /** How much of the window it takes, as the product's messages do, in bytes. */
  int size() {
    return SEALED + text.length() * 4 / 3;
  }

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
