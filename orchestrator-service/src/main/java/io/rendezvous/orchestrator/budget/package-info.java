/**
 * The ledger of each user with a budget: what is spent and what is reserved, and who may ask. Pure:
 * no clock, no ids, no input or output.
 */
@NullMarked
package io.rendezvous.orchestrator.budget;

import org.jspecify.annotations.NullMarked;
