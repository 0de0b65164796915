package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.deployment.ServiceProcess;
import io.rendezvous.systemtest.load.measure.Meter;
import io.rendezvous.systemtest.process.LiveHeap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What services hold in memory.
 *
 * @param heaps live bytes by the name of the process
 */
record Footprint(long residentBytes, Map<String, Long> heaps) {

  static Footprint of(List<ServiceProcess> services) throws IOException, InterruptedException {
    var processes = new TreeMap<String, Long>();
    services.forEach(service -> processes.put(service.name(), service.pid()));
    // First, since the collection that the heap is counted with changes it.
    long resident =
        new Meter(processes).residentBytes().values().stream().mapToLong(bytes -> bytes).sum();
    var heaps = new TreeMap<String, Long>();
    for (var process : processes.entrySet()) {
      heaps.put(process.getKey(), LiveHeap.bytes(process.getValue()));
    }
    return new Footprint(resident, heaps);
  }

  long heapBytes() {
    return heaps.values().stream().mapToLong(bytes -> bytes).sum();
  }
}
