/** The topics, declared once. */
@NullMarked
package io.rendezvous.common.topic;

import org.jspecify.annotations.NullMarked;
