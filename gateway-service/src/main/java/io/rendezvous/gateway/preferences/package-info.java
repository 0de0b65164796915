/** What users have chosen: kept in a table of its own, and sent along with each prompt. */
@NullMarked
package io.rendezvous.gateway.preferences;

import org.jspecify.annotations.NullMarked;
