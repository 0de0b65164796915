package io.rendezvous.systemtest.load.profile;

import io.rendezvous.systemtest.load.drive.Phases;
import io.rendezvous.systemtest.process.Jcmd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Has processes record what they run while turns are counted; what it costs them is counted too.
 */
public final class Recording implements Phases {
  private final Map<String, Long> processes;
  private final Path folder;

  /** Of these processes, by the names under which they are reported; files go into the folder. */
  public Recording(Map<String, Long> processes, Path folder) {
    this.processes = Map.copyOf(processes);
    this.folder = folder;
  }

  @Override
  public void begin() {
    processes.forEach((_, pid) -> ask(pid, "JFR.start", "name=bench", "settings=profile"));
  }

  @Override
  public void end() {
    processes.forEach((name, pid) -> ask(pid, "JFR.stop", "name=bench", "filename=" + file(name)));
  }

  /** By process, once it has ended; to be asked once, for the files are deleted. */
  public Map<String, Profile> profiles() {
    var profiles = new TreeMap<String, Profile>();
    for (String name : processes.keySet()) {
      try {
        profiles.put(name, Profile.of(file(name)));
        Files.delete(file(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return profiles;
  }

  private Path file(String process) {
    return folder.resolve(process + ".jfr");
  }

  private static void ask(long pid, String... command) {
    try {
      Jcmd.ask(pid, command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Expected a recording, but was interrupted", e);
    }
  }
}
