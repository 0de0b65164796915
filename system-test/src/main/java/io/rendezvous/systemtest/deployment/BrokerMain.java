package io.rendezvous.systemtest.deployment;

import io.rendezvous.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A broker in a process of its own: folder, port, controller's port, then settings. */
final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings =
        Stream.of(arguments)
            .skip(3)
            .map(argument -> argument.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    try {
      EmbeddedBroker broker =
          EmbeddedBroker.start(
              Path.of(arguments[0]),
              Integer.parseInt(arguments[1]),
              Integer.parseInt(arguments[2]),
              settings);
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    } catch (Exception e) {
      e.printStackTrace();
      // Its threads would keep the process alive.
      Runtime.getRuntime().halt(1);
    }
  }
}
