package io.rendezvous.standalone;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a run is started with.
 *
 * @param port the gateway's port, on every address; 0 takes a free one
 * @param data the folder of everything that outlives the run
 * @param dynamoDbJars the folder of DynamoDB Local and its libraries
 * @param properties Spring properties for all four services, above all others
 */
public record Settings(int port, Path data, Path dynamoDbJars, Map<String, String> properties) {
  static final int DEFAULT_PORT = 8080;

  public Settings {
    data = data.toAbsolutePath().normalize();
    properties = Map.copyOf(properties);
  }
}
