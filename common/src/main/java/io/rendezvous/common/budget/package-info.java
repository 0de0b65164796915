/** What asking models takes and may take, and how that is reserved. */
@NullMarked
package io.rendezvous.common.budget;

import org.jspecify.annotations.NullMarked;
