/**
 * What the product costs: scenarios of load, driven, measured and judged; {@code ./rendezvous
 * bench}.
 */
@NullMarked
package io.rendezvous.systemtest.load;

import org.jspecify.annotations.NullMarked;
