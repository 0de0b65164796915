package io.rendezvous.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no controller is reached. */
public final class ProblemWriter implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.code().status().value());
    problem.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    byte[] body = json.writeValueAsBytes(problem.body());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(
        response,
        Problem.of(ProblemCode.UNAUTHORIZED, "The access token is missing, expired or not ours."));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    write(response, Problem.of(ProblemCode.FORBIDDEN, "This is not allowed."));
  }
}
