package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.deployment.ServiceProcess;
import io.rendezvous.systemtest.load.measure.LiveHeap;
import io.rendezvous.systemtest.load.measure.Meter;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/** What services hold in memory. */
record Footprint(long residentBytes, long heapBytes) {

  static Footprint of(List<ServiceProcess> services) throws IOException, InterruptedException {
    var processes = new TreeMap<String, Long>();
    services.forEach(service -> processes.put(service.name(), service.pid()));
    // First, since the collection that the heap is counted with changes it.
    long resident =
        new Meter(processes).residentBytes().values().stream().mapToLong(bytes -> bytes).sum();
    long heap = 0;
    for (long pid : processes.values()) {
      heap += LiveHeap.bytes(pid);
    }
    return new Footprint(resident, heap);
  }
}
