package io.rendezvous.systemtest.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcFilesTest {
  @Test
  void a_process_name_may_hold_blanks_and_brackets() {
    String stat =
        "4711 (a (bad) name) S 1 4711 4711 0 -1 4194304 100 0 0 0 250 50 7 7 20 0 31 0 99634 313 37";
    assertThat(ProcFiles.cpuMillis(stat)).isEqualTo(3_000);
  }

  @Test
  void resident_memory_is_told_in_kilobytes() {
    assertThat(ProcFiles.residentBytes(List.of("VmPeak:\t 99 kB", "VmRSS:\t   12 kB")))
        .isEqualTo(12 * 1024);
    assertThat(ProcFiles.residentBytes(List.of("Name:\tzombie"))).isZero();
  }

  @Test
  void waiting_for_disks_is_idle_time() {
    MachineTime time = ProcFiles.machine("cpu  100 10 50 800 40 0 0 0 0 0");
    assertThat(time.busyMillis()).isEqualTo(1_600);
    assertThat(time.allMillis()).isEqualTo(10_000);
  }

  @Test
  void this_process_is_seen_working() {
    var meter = new Meter(Map.of("me", ProcessHandle.current().pid()));
    Sample sample = meter.sample();
    assertThat(sample.cpuMillis().get("me")).isPositive();
    assertThat(sample.residentBytes().get("me")).isGreaterThan(1 << 20);
    assertThat(sample.machine().allMillis()).isGreaterThan(sample.machine().busyMillis());
  }
}
