package io.rendezvous.gateway.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.gateway.kafka.TraceContext;
import io.rendezvous.gateway.message.ApprovalStatus;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.security.Caller;
import io.rendezvous.gateway.security.Ownership;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the user, and her word on it. */
@RestController
@RequestMapping(path = "/api/v1/approvals", produces = MediaType.APPLICATION_JSON_VALUE)
class ApprovalController {
  private final PendingList pending;
  private final Deciding deciding;
  private final Ownership ownership;

  ApprovalController(PendingList pending, Deciding deciding, Ownership ownership) {
    this.pending = pending;
    this.deciding = deciding;
    this.ownership = ownership;
  }

  /** All of them on one page, for a user has few at once: {@code nextCursor} is null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Approvals(List<ApprovalView> items, @Nullable String nextCursor) {}

  record Decision(@Nullable String decision) {}

  record Answer(ApprovalId approvalId, ApprovalStatus status) {}

  @GetMapping
  Approvals list(Caller caller, @RequestParam(defaultValue = "pending") String status) {
    if (!status.equals("pending")) {
      throw Problem.invalid(new FieldError("status", "must be pending"));
    }
    return new Approvals(pending.of(caller.user()), null);
  }

  @PostMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> decide(
      Caller caller,
      @PathVariable String id,
      @RequestBody Decision body,
      @RequestHeader(name = TraceContext.HEADER, required = false) @Nullable String traceparent)
      throws InterruptedException {
    ApprovalId approval = ownership.approval(caller.user(), id);
    var status =
        deciding.decide(
            caller.user(), approval, verdict(body.decision()), TraceContext.valid(traceparent));
    var answered = status == ApprovalStatus.PENDING ? HttpStatus.ACCEPTED : HttpStatus.OK;
    return ResponseEntity.status(answered).body(new Answer(approval, status));
  }

  private static Verdict verdict(@Nullable String decision) {
    return switch (decision) {
      case "approve" -> Verdict.APPROVE;
      case "reject" -> Verdict.REJECT;
      case null, default ->
          throw Problem.invalid(new FieldError("decision", "must be approve or reject"));
    };
  }
}
