/**
 * Processes that this one starts with its own classes and that end with it; what a process holds.
 */
@NullMarked
package io.rendezvous.systemtest.process;

import org.jspecify.annotations.NullMarked;
