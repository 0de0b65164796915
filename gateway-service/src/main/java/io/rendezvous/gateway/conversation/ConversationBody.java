package io.rendezvous.gateway.conversation;

import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conversation as a client wants it made. */
record ConversationBody(
    @Nullable String title,
    @Nullable String systemPrompt,
    @Nullable Map<String, @Nullable String> metadata) {
  static final ConversationBody EMPTY = new ConversationBody(null, null, null);

  /**
   * Checks every field.
   *
   * @throws Problem 400 that names those that are not valid
   */
  void check(ConversationSettings limits) {
    var errors = new ArrayList<FieldError>();
    check("title", title, limits.maxTitleCharacters(), errors);
    check("systemPrompt", systemPrompt, limits.maxSystemPromptCharacters(), errors);
    if (metadata != null) {
      if (metadata.size() > limits.maxMetadataEntries()) {
        errors.add(
            new FieldError(
                "metadata", "must have at most " + limits.maxMetadataEntries() + " entries"));
      }
      metadata.forEach(
          (name, value) -> {
            check("metadata", name, limits.maxMetadataCharacters(), errors);
            check("metadata", value == null ? "" : value, limits.maxMetadataCharacters(), errors);
          });
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private static void check(
      String field, @Nullable String value, int max, List<FieldError> errors) {
    if (value != null && (value.isBlank() || value.length() > max)) {
      errors.add(new FieldError(field, "must have 1 to " + max + " characters"));
    }
  }
}
