/** TCP proxies between the processes of a deployment, and what can go wrong on their links. */
@NullMarked
package io.rendezvous.systemtest.proxy;

import org.jspecify.annotations.NullMarked;
