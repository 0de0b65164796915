/** What tests run on: the real broker, the real table store, and servers that answer as told. */
@NullMarked
package io.rendezvous.testsupport;

import org.jspecify.annotations.NullMarked;
