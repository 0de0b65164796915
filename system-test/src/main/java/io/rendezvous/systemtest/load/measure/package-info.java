/** What processes and the machine spend. */
@NullMarked
package io.rendezvous.systemtest.load.measure;

import org.jspecify.annotations.NullMarked;
