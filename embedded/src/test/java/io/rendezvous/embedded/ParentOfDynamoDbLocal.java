package io.rendezvous.embedded;

import java.nio.file.Path;

/** A process that starts DynamoDB Local, says its process number, and waits to be killed. */
final class ParentOfDynamoDbLocal {
  private ParentOfDynamoDbLocal() {}

  public static void main(String[] arguments) throws Exception {
    var local =
        DynamoDbLocal.start(
            Path.of(arguments[0]), null, FreePorts.next(), Path.of(arguments[1], "log"));
    System.out.println(local.pid());
    Thread.currentThread().join();
  }
}
