/**
 * Asks users before a tool does what they want to be asked about, and holds tools to the answer.
 */
@NullMarked
package io.rendezvous.calendar.approval;

import org.jspecify.annotations.NullMarked;
