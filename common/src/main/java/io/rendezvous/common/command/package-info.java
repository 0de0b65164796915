/** What may be asked of a conversation, and what workers report to it. */
@NullMarked
package io.rendezvous.common.command;

import org.jspecify.annotations.NullMarked;
