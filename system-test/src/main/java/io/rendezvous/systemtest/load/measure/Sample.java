package io.rendezvous.systemtest.load.measure;

import java.util.Map;

/** What was spent up to one moment. */
record Sample(
    long nanoTime,
    MachineTime machine,
    Map<String, Double> cpuMillis,
    Map<String, Long> residentBytes) {}
