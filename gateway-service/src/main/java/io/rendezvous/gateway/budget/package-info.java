/** What users may spend on models. */
@NullMarked
package io.rendezvous.gateway.budget;

import org.jspecify.annotations.NullMarked;
