package io.rendezvous.dates;

/** A phrase about time: the characters from {@code start} to before {@code end} of the text. */
public record DatePhrase(int start, int end, Meaning meaning) {}
