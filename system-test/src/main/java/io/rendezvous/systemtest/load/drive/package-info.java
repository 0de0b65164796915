/** Conversations over HTTP, many at once, as an app would hold them. */
@NullMarked
package io.rendezvous.systemtest.load.drive;

import org.jspecify.annotations.NullMarked;
