/** A real Kafka broker and DynamoDB Local, started, awaited and stopped by code. */
@NullMarked
package io.rendezvous.embedded;

import org.jspecify.annotations.NullMarked;
