package io.rendezvous.systemtest.load.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Whose code the threads of a process ran: shares of samples, 0 to 1, by library.
 *
 * @param samples of running Java code; compilers and collectors are not among them
 */
public record Profile(long samples, Map<String, Double> shares) {
  private static final String SAMPLE = "jdk.ExecutionSample";

  public Profile {
    shares = new TreeMap<>(shares);
  }

  static Profile of(Path recording) throws IOException {
    var counts = new TreeMap<String, Long>();
    try (var events = new RecordingFile(recording)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
          counts.merge(Owner.of(types(event)), 1L, Long::sum);
        }
      }
    }
    long all = counts.values().stream().mapToLong(count -> count).sum();
    var shares = new TreeMap<String, Double>();
    counts.forEach((owner, count) -> shares.put(owner, (double) count / all));
    return new Profile(all, shares);
  }

  private static List<String> types(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .filter(RecordedFrame::isJavaFrame)
        .map(frame -> frame.getMethod().getType().getName())
        .toList();
  }
}
