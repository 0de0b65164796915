/** How services reach their tables. */
@NullMarked
package io.rendezvous.common.dynamodb;

import org.jspecify.annotations.NullMarked;
