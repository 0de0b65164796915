package io.rendezvous.systemtest.load.report;

import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.deployment.Origin;
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
 * @param loadAtStart the machine's load average before it began
 */
public record Results(
    String at, boolean quick, Origin origin, double loadAtStart, List<Report> reports) {
  public Results {
    reports = List.copyOf(reports);
  }

  /** The same run, with these reports alone. */
  Results with(List<Report> some) {
    return new Results(at, quick, origin, loadAtStart, some);
  }

  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Json.MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }

  public static Results read(Path file) throws IOException {
    return Json.MAPPER.readValue(Files.readAllBytes(file), Results.class);
  }
}
