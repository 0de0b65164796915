package io.rendezvous.systemtest.load.measure;

/** What all processors together have done since the machine started, in milliseconds. */
record MachineTime(double busyMillis, double allMillis) {}
