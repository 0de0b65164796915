package io.rendezvous.calendar.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What went wrong, as RFC 9457 has it, with a code that stays the same. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable List<FieldProblem> errors) {

  /** What is wrong with one parameter. */
  record FieldProblem(String field, String message) {}

  static Problem of(HttpStatus status, String code, String detail) {
    return of(status, code, detail, null);
  }

  static Problem invalid(List<FieldProblem> errors) {
    return of(HttpStatus.BAD_REQUEST, "VALIDATION_ERROR", "The parameters are not valid.", errors);
  }

  private static Problem of(
      HttpStatus status, String code, String detail, @Nullable List<FieldProblem> errors) {
    String type = "/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(type, status.getReasonPhrase(), status.value(), detail, code, errors);
  }

  ResponseEntity<Object> response() {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(this);
  }
}
