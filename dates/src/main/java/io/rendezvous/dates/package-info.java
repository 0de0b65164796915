/** Dates and times said in French or English words, read without guessing. */
@NullMarked
package io.rendezvous.dates;

import org.jspecify.annotations.NullMarked;
