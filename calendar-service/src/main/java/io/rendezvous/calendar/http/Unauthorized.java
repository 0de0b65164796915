package io.rendezvous.calendar.http;

import io.rendezvous.common.wire.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Answers 401 to whoever brings no token that counts; which check failed is not told. */
final class Unauthorized implements AuthenticationEntryPoint {
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    Problem problem =
        Problem.of(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", "A valid service token is needed.");
    response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(problem));
  }
}
