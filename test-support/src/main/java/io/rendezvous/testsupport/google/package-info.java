/**
 * Google in a process of ours: calendars that keep state as the reference says, and tokens as the
 * guide to OAuth says, with faults as a test wants them.
 */
@NullMarked
package io.rendezvous.testsupport.google;

import org.jspecify.annotations.NullMarked;
