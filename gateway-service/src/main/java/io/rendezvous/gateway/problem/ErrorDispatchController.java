package io.rendezvous.gateway.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the container gives up: its error page is a problem too. */
@RestController
class ErrorDispatchController {
  static final String PATH = "/error";

  @RequestMapping(PATH)
  ResponseEntity<Object> error(HttpServletRequest request) {
    boolean dispatched =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
    int status =
        dispatched ? (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : 404;
    return Statuses.problem(status).response();
  }
}
