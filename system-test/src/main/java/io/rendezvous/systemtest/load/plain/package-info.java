/** The same assistant as one would write it without a log: what the product is compared with. */
@NullMarked
package io.rendezvous.systemtest.load.plain;

import org.jspecify.annotations.NullMarked;
