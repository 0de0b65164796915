/** Whose code the processors run. */
@NullMarked
package io.rendezvous.systemtest.load.profile;

import org.jspecify.annotations.NullMarked;
