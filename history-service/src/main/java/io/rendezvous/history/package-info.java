/** Persists every event of the log to DynamoDB. */
@NullMarked
package io.rendezvous.history;

import org.jspecify.annotations.NullMarked;
