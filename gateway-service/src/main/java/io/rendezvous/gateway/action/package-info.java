/**
 * What a user does to her calendars herself: turns without a model, in a conversation of their own.
 */
@NullMarked
package io.rendezvous.gateway.action;

import org.jspecify.annotations.NullMarked;
