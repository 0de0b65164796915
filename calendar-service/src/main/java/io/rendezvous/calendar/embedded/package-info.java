/** The calendar that works with nothing installed: events and journal in DynamoDB. */
@NullMarked
package io.rendezvous.calendar.embedded;

import org.jspecify.annotations.NullMarked;
