/**
 * The decider's shell: one Kafka Streams topology that keeps state, events and offsets together.
 */
@NullMarked
package io.rendezvous.orchestrator.stream;

import org.jspecify.annotations.NullMarked;
