/** The real broker and the real table store for tests, one of each for a test JVM. */
@NullMarked
package io.rendezvous.testsupport;

import org.jspecify.annotations.NullMarked;
