package io.rendezvous.systemtest.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads what named processes of ours, and the machine as a whole, have spent. */
public final class Meter {
  private static final Path PROC = Path.of("/proc");

  private final Map<String, Long> processes;

  /** Of these processes, by the names under which they are reported. */
  public Meter(Map<String, Long> processes) {
    this.processes = new TreeMap<>(processes);
  }

  /** What each holds in memory now, garbage included. */
  public Map<String, Long> residentBytes() {
    return sample().residentBytes();
  }

  Sample sample() {
    var cpu = new TreeMap<String, Double>();
    var resident = new TreeMap<String, Long>();
    processes.forEach(
        (name, pid) -> {
          Path folder = PROC.resolve(Long.toString(pid));
          try {
            cpu.put(name, ProcFiles.cpuMillis(Files.readString(folder.resolve("stat"))));
            resident.put(
                name, ProcFiles.residentBytes(Files.readAllLines(folder.resolve("status"))));
          } catch (IOException gone) {
            // A process that was killed has nothing to tell.
          }
        });
    try (var lines = Files.lines(PROC.resolve("stat"))) {
      return new Sample(
          System.nanoTime(), ProcFiles.machine(lines.findFirst().orElseThrow()), cpu, resident);
    } catch (IOException e) {
      throw new IllegalStateException("Expected to read /proc/stat, but could not", e);
    }
  }
}
