package io.rendezvous.gateway.health;

import io.rendezvous.gateway.tail.Tail;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells anybody whether requests are served. */
@RestController
class HealthzController {
  private final Tail tail;

  HealthzController(Tail tail) {
    this.tail = tail;
  }

  @GetMapping("/healthz")
  ResponseEntity<Answer> health() {
    return tail.ready()
        ? ResponseEntity.ok(new Answer("UP"))
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Answer("STARTING"));
  }

  /** UP, or STARTING while the log has not been read to its end. */
  record Answer(String status) {}
}
