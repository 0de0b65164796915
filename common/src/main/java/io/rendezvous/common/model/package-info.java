/** What goes to a model worker, and what comes back while it works. */
@NullMarked
package io.rendezvous.common.model;

import org.jspecify.annotations.NullMarked;
