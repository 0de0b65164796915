package io.rendezvous.systemtest.load.report;

import io.rendezvous.common.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;

/**
 * All that one run of the bench found.
 *
 * @param at when it ended, ISO 8601
 * @param quick whether it was too short to be quoted
 */
public record Results(
    String at,
    boolean quick,
    String virtualMachine,
    int processors,
    double loadAtStart,
    List<Report> reports) {
  public Results {
    reports = List.copyOf(reports);
  }

  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Json.MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }

  public static Results read(Path file) throws IOException {
    return Json.MAPPER.readValue(Files.readAllBytes(file), Results.class);
  }
}
