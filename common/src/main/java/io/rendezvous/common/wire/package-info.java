/** How contracts travel: CloudEvents in binary mode with JSON data. */
@NullMarked
package io.rendezvous.common.wire;

import org.jspecify.annotations.NullMarked;
