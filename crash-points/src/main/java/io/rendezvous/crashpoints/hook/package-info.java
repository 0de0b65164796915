/**
 * What happens at the places. The boot class loader loads it, so that the code of every other class
 * loader can call it; it uses nothing but {@code java.base}.
 */
@NullMarked
package io.rendezvous.crashpoints.hook;

import org.jspecify.annotations.NullMarked;
