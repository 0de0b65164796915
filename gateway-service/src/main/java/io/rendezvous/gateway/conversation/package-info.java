/** Conversations: created, listed, read. */
@NullMarked
package io.rendezvous.gateway.conversation;

import org.jspecify.annotations.NullMarked;
