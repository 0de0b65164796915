package io.rendezvous.systemtest.load.measure;

import java.util.StringTokenizer;

/** Reads what Linux tells of processes and of the machine under /proc. */
final class ProcFiles {
  /** Fixed on every Linux that Java runs on: USER_HZ. */
  static final double MILLIS_PER_TICK = 10;

  private static final int STATE = 2;
  private static final int USER_TICKS = 13;
  private static final int SYSTEM_TICKS = 14;
  private static final int IDLE = 3;
  private static final int WAITING = 4;
  private static final int LAST_BUSY = 7;

  private ProcFiles() {}

  /** CPU time from {@code /proc/PID/stat}; the name in it may hold blanks and brackets. */
  static double cpuMillis(String stat) {
    var fields = new StringTokenizer(stat.substring(stat.lastIndexOf(')') + 1));
    double ticks = 0;
    for (int field = STATE; field <= SYSTEM_TICKS; field++) {
      String value = fields.nextToken();
      if (field >= USER_TICKS) {
        ticks += Long.parseLong(value);
      }
    }
    return ticks * MILLIS_PER_TICK;
  }

  /** Resident bytes from {@code /proc/PID/status}; 0 for one that is ending. */
  static long residentBytes(Iterable<String> status) {
    for (String line : status) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    return 0;
  }

  /** The first line of {@code /proc/stat}: time in use, waiting for disks not counted. */
  static MachineTime machine(String line) {
    var fields = new StringTokenizer(line.substring("cpu".length()));
    double busy = 0;
    double idle = 0;
    for (int field = 0; field <= LAST_BUSY && fields.hasMoreTokens(); field++) {
      long ticks = Long.parseLong(fields.nextToken());
      if (field == IDLE || field == WAITING) {
        idle += ticks;
      } else {
        busy += ticks;
      }
    }
    return new MachineTime(busy * MILLIS_PER_TICK, (busy + idle) * MILLIS_PER_TICK);
  }
}
