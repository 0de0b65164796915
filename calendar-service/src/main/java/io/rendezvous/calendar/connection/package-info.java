/**
 * What the features stand on: secrets, tables, and the broker, prepared while the service starts.
 */
@NullMarked
package io.rendezvous.calendar.connection;

import org.jspecify.annotations.NullMarked;
