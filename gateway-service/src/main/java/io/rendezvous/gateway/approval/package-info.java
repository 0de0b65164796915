/** What waits for a user's word, and her word on it. */
@NullMarked
package io.rendezvous.gateway.approval;

import org.jspecify.annotations.NullMarked;
