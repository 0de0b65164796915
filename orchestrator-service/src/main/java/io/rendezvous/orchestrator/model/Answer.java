package io.rendezvous.orchestrator.model;

/**
 * A whole answer that was taken.
 *
 * @param attempt under which name its text was streamed
 */
record Answer(String attempt, ModelReply reply) {}
