package io.rendezvous.systemtest.check.evidence;

/** What one process holds while nothing is going on; the heap is what a full collection leaves. */
public record ProcessSample(long heapBytes, int threads, int fileDescriptors) {}
