package io.rendezvous.gateway.calendar;

import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Tells what the calendar service finds wrong as a problem of this interface. */
final class ServiceProblem {
  private ServiceProblem() {}

  /** Empty for what the client has no part in. */
  static Optional<Problem> read(int status, byte[] body) {
    return code(status).map(code -> problem(code, json(body)));
  }

  private static Optional<ProblemCode> code(int status) {
    return switch (status) {
      case 400 -> Optional.of(ProblemCode.VALIDATION_ERROR);
      case 404 -> Optional.of(ProblemCode.NOT_FOUND);
      case 409 -> Optional.of(ProblemCode.CONFLICT);
      case 501 -> Optional.of(ProblemCode.NOT_CONFIGURED);
      case 502 -> Optional.of(ProblemCode.RECONNECT_NEEDED);
      default -> Optional.empty();
    };
  }

  private static Problem problem(ProblemCode code, JsonNode told) {
    var problem = Problem.of(code, told.path("detail").asString(code.title() + "."));
    JsonNode errors = told.path("errors");
    return errors.isArray() ? problem.with("errors", errors) : problem;
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException noJson) {
      return Json.MAPPER.missingNode();
    }
  }
}
