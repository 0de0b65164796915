/**
 * The product as {@code docker-compose.yml} describes it: broker, tables and services, each a
 * process of its own on free ports, to be killed, frozen, restarted and doubled.
 */
@NullMarked
package io.rendezvous.systemtest.deployment;

import org.jspecify.annotations.NullMarked;
