package io.rendezvous.systemtest.process;

import java.io.IOException;

/** The child's side: says where it serves, and ends with its parent. */
public final class Child {
  static final String SERVING = "Serving at ";

  private Child() {}

  /** Returns never: prints the address and waits for the end of standard input. */
  public static void serving(String address) {
    System.out.println(SERVING + address);
    try {
      while (System.in.read() >= 0) {
        // The parent says nothing: only the end matters.
      }
    } catch (IOException gone) {
      // As good as the end.
    }
    Runtime.getRuntime().halt(0);
  }
}
