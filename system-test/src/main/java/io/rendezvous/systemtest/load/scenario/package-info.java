/** Each kind of load, from its start to what was measured. */
@NullMarked
package io.rendezvous.systemtest.load.scenario;

import org.jspecify.annotations.NullMarked;
