/** Personal text, sealed per user from the first record on. */
@NullMarked
package io.rendezvous.common.personal;

import org.jspecify.annotations.NullMarked;
