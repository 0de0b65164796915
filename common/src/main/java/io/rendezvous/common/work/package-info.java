/** Slow calls by the thousand, each from a Kafka record, none lost. */
@NullMarked
package io.rendezvous.common.work;

import org.jspecify.annotations.NullMarked;
