/** What the broker and Kafka Streams cost by themselves, on the same machine in the same run. */
@NullMarked
package io.rendezvous.systemtest.load.baseline;

import org.jspecify.annotations.NullMarked;
