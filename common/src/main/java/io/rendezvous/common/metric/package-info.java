/** Metrics that several services have, under one name; docs/metrics.md lists them all. */
@NullMarked
package io.rendezvous.common.metric;

import org.jspecify.annotations.NullMarked;
