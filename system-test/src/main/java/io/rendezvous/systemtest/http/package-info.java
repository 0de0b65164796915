/**
 * As much of HTTP/1.1 as the load needs, at little cost: a kept connection each, no threads of its
 * own.
 */
@NullMarked
package io.rendezvous.systemtest.http;

import org.jspecify.annotations.NullMarked;
