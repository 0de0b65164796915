/** Follows the topic, retries what fails, sets aside what cannot be read, and tells how it goes. */
@NullMarked
package io.rendezvous.history.listener;

import org.jspecify.annotations.NullMarked;
