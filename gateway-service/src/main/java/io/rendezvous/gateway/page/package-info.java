/** The page that says what can be asked for. */
@NullMarked
package io.rendezvous.gateway.page;

import org.jspecify.annotations.NullMarked;
