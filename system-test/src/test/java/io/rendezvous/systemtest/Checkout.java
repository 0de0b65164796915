package io.rendezvous.systemtest;

import java.nio.file.Path;

/** The folder that holds the launcher and the README. */
final class Checkout {
  static final Path FOLDER = Stack.DYNAMODB_JARS.resolve("../../..").normalize();
  static final Path LAUNCHER = FOLDER.resolve("rendezvous");

  private Checkout() {}
}
