/** The tools that a model may call, as contracts. */
@NullMarked
package io.rendezvous.common.tool;

import org.jspecify.annotations.NullMarked;
