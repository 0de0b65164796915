package io.rendezvous.standalone;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sends what the libraries have to say to files, before the first of them says anything. */
final class LogFiles {
  private LogFiles() {}

  static void into(DataFolder data) {
    System.setProperty("rendezvous.logs", data.logs().toString());
    System.setProperty("logback.configurationFile", "rendezvous-logback.xml");
    // Else each of the four services would set the one logging system up anew.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
