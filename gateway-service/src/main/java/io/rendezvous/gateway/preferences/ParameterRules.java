package io.rendezvous.gateway.preferences;

import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.gateway.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which parameters of models are valid, of a user or of one prompt. */
public final class ParameterRules {
  private static final Set<String> KNOWN =
      Set.of("temperature", "topP", "frequencyPenalty", "presencePenalty", "maxTokens", "stop");

  private ParameterRules() {}

  /** The parameters of a prompt; what is wrong with them is added to the errors. */
  public static ModelParameters check(@Nullable JsonNode parameters, List<FieldError> errors) {
    if (parameters == null || parameters.isNull()) {
      return ModelParameters.NONE;
    }
    if (!parameters.isObject()) {
      errors.add(new FieldError("parameters", "must be an object"));
      return ModelParameters.NONE;
    }
    var found = new ArrayList<FieldError>();
    ModelParameters checked = check(new Fields(parameters, "parameters.", found));
    errors.addAll(found);
    return found.isEmpty() ? checked : ModelParameters.NONE;
  }

  static ModelParameters check(Fields fields) {
    fields.requireKnown(KNOWN);
    return new ModelParameters(
        fields.number("temperature", 0, 1),
        fields.number("topP", 0, 1),
        fields.number("frequencyPenalty", -2, 2),
        fields.number("presencePenalty", -2, 2),
        fields.integer("maxTokens", 1, ModelParameters.MOST_TOKENS),
        fields.texts("stop", ModelParameters.STOPS, ModelParameters.STOP_CHARACTERS));
  }
}
