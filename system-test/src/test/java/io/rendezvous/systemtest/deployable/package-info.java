/**
 * The files that deploy the product, compared with the product: there may be no container engine
 * where this runs.
 */
@NullMarked
package io.rendezvous.systemtest.deployable;

import org.jspecify.annotations.NullMarked;
