package io.rendezvous.crashpoints.hook;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * SIGKILL to this very process. {@link Runtime#halt} still runs the destructors of native
 * libraries, among whose threads are then some that abort.
 */
final class SelfKill {
  private static final int SIGKILL = 9;

  private SelfKill() {}

  static void now() {
    Linker linker = Linker.nativeLinker();
    MethodHandle kill =
        linker.downcallHandle(
            linker.defaultLookup().find("kill").orElseThrow(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    try {
      int _ = (int) kill.invokeExact((int) ProcessHandle.current().pid(), SIGKILL);
    } catch (Throwable e) {
      throw new IllegalStateException("Expected to end this process, but could not", e);
    }
  }
}
