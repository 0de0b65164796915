/**
 * What happens next in a conversation: pure functions of its log, without clock, randomness, Kafka
 * or Spring.
 */
@NullMarked
package io.rendezvous.orchestrator.conversation;

import org.jspecify.annotations.NullMarked;
