package io.rendezvous.orchestrator.model;

import java.util.function.Consumer;

/** Answers one request; two kinds exist: offline and any provider of langchain4j. */
public interface ChatModel {
  /**
   * Blocks the calling virtual thread until the answer is whole; interrupting it stops the call.
   *
   * @param text takes each piece of the answer's text as it comes
   * @throws ModelException if there is no whole answer; when interrupted, the thread stays so
   */
  ModelReply answer(ModelRequest request, Consumer<String> text) throws ModelException;
}
