package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.personal.Personal;

/** A tool that a model wants called; its arguments are JSON inside, not yet checked by anyone. */
public record ToolRequest(String name, Personal arguments) {
  /** Longer names are no tool of ours: the worker cuts them. */
  public static final int NAME_LIMIT = 64;

  public ToolRequest {
    requireNonNull(name, "name");
    requireNonNull(arguments, "arguments");
    if (name.length() > NAME_LIMIT) {
      throw new IllegalArgumentException(
          "Expected a tool name of at most "
              + NAME_LIMIT
              + " characters, but it has "
              + name.length());
    }
  }
}
