/** The calendar tools that a model may call: arguments checked, results said in words. */
@NullMarked
package io.rendezvous.calendar.tool;

import org.jspecify.annotations.NullMarked;
