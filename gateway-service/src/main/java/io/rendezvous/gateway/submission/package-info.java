/** What starts a turn goes into the log: once, however often it is sent. */
@NullMarked
package io.rendezvous.gateway.submission;

import org.jspecify.annotations.NullMarked;
