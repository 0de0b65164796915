/** Puts calls of our own at the named places of the clients of Kafka and DynamoDB. */
@NullMarked
package io.rendezvous.crashpoints.agent;

import org.jspecify.annotations.NullMarked;
