/** Reads and writes single records of a running product, good ones and bad ones. */
@NullMarked
package io.rendezvous.systemtest.records;

import org.jspecify.annotations.NullMarked;
