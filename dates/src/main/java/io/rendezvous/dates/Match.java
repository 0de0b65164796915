package io.rendezvous.dates;

/** One way to read the tokens from a place on: what they mean, and where the rest begins. */
record Match<T>(T value, int next) {}
