/**
 * The one-command run: broker, tables and the four services in one JVM, started and stopped in
 * order.
 */
@NullMarked
package io.rendezvous.standalone;

import org.jspecify.annotations.NullMarked;
