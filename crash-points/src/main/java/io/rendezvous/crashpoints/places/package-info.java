/** Puts calls of our own at the named places of the clients of Kafka and DynamoDB. */
@NullMarked
package io.rendezvous.crashpoints.places;

import org.jspecify.annotations.NullMarked;
