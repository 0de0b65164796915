/** The whole product with calendars at every provider. */
@NullMarked
package io.rendezvous.systemtest.provider;

import org.jspecify.annotations.NullMarked;
