/** What has happened in a conversation. */
@NullMarked
package io.rendezvous.common.event;

import org.jspecify.annotations.NullMarked;
