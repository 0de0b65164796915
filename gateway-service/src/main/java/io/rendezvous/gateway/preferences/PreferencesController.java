package io.rendezvous.gateway.preferences;

import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A user's preferences: read, replaced, changed in part (RFC 7396). */
@RestController
@RequestMapping(path = "/api/v1/preferences", produces = MediaType.APPLICATION_JSON_VALUE)
class PreferencesController {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final UserPreferences preferences;
  private final PreferencesRules rules;

  PreferencesController(UserPreferences preferences, PreferencesRules rules) {
    this.preferences = preferences;
    this.rules = rules;
  }

  @GetMapping
  ResponseEntity<ObjectNode> get(Caller caller) {
    return answer(preferences.chosen(caller.user()));
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ObjectNode> replace(
      Caller caller,
      @RequestBody JsonNode body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    ObjectNode document = merged(object(body).objectNode(), object(body));
    return answer(preferences.change(caller.user(), ifMatch, _ -> document));
  }

  @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, MERGE_PATCH})
  ResponseEntity<ObjectNode> change(
      Caller caller,
      @RequestBody JsonNode body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    ObjectNode patch = object(body);
    return answer(preferences.change(caller.user(), ifMatch, before -> merged(before, patch)));
  }

  private static ObjectNode object(JsonNode body) {
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw Problem.invalid(new FieldError("", "must be an object"));
  }

  /** RFC 7396: null takes a field away, an object changes one, all else takes its place. */
  private static ObjectNode merged(ObjectNode target, ObjectNode patch) {
    for (var field : patch.properties()) {
      JsonNode value = field.getValue();
      if (value.isNull()) {
        target.remove(field.getKey());
      } else if (value instanceof ObjectNode change) {
        ObjectNode before =
            target.get(field.getKey()) instanceof ObjectNode object ? object : target.objectNode();
        target.set(field.getKey(), merged(before, change));
      } else {
        target.set(field.getKey(), value);
      }
    }
    return target;
  }

  private ResponseEntity<ObjectNode> answer(Chosen chosen) {
    return ResponseEntity.ok().eTag(chosen.etag()).body(rules.whole(chosen.document()));
  }
}
