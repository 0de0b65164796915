package io.rendezvous.crashpoints;

import io.rendezvous.crashpoints.hook.CrashHook;
import io.rendezvous.crashpoints.places.PlaceTransformer;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Brings crash points into a process that is started with {@code -javaagent}; without a crash file
 * it leaves everything as it is.
 */
public final class Agent {
  /** Names the crash file, as a system property or else as an environment variable. */
  static final String CRASH_FILE = "RENDEZVOUS_CRASH_FILE";

  private Agent() {}

  public static void premain(@Nullable String arguments, Instrumentation instrumentation)
      throws IOException, URISyntaxException {
    String file = System.getProperty(CRASH_FILE, System.getenv(CRASH_FILE));
    if (file == null || file.isBlank()) {
      return;
    }
    // Before the first use of any other class of ours: code of every class loader calls the hook.
    instrumentation.appendToBootstrapClassLoaderSearch(ownJar());
    instrumentation.addTransformer(new PlaceTransformer());
    CrashHook.watch(Path.of(file).toAbsolutePath());
  }

  private static JarFile ownJar() throws IOException, URISyntaxException {
    return new JarFile(
        Path.of(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile());
  }
}
