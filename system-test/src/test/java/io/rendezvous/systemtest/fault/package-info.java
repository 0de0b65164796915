/** What the product survives: each row of the table of faults is a test. */
@NullMarked
package io.rendezvous.systemtest.fault;

import org.jspecify.annotations.NullMarked;
