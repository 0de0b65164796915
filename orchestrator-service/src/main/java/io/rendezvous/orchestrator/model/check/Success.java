package io.rendezvous.orchestrator.model.check;

/**
 * A tool call that has succeeded.
 *
 * @param told whether the call asked to tell the attendees
 */
public record Success(String tool, boolean told) {}
