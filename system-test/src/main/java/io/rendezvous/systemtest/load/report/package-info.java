/** What a run found, as a table, as JSON, as a picture and as a page. */
@NullMarked
package io.rendezvous.systemtest.load.report;

import org.jspecify.annotations.NullMarked;
