package io.rendezvous.calendar.tool;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolSpec;
import io.rendezvous.common.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the arguments that a model wrote, and says what is wrong with them. */
final class Arguments {
  /** More would not help a model to correct them. */
  private static final int ERRORS_TOLD = 5;

  private final Map<String, Schema> schemas;

  Arguments() {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    this.schemas =
        ToolCatalogue.ALL.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    ToolSpec::name, spec -> registry.getSchema(spec.inputSchema())));
  }

  <T extends CalendarArguments> Outcome<T> read(String tool, String json, Class<T> kind) {
    JsonNode arguments;
    try {
      arguments = Json.MAPPER.readTree(json);
    } catch (JacksonException notJson) {
      return invalid("The arguments are not JSON.");
    }
    if (!arguments.isObject()) {
      return invalid("The arguments are not a JSON object.");
    }
    Schema schema = schemas.get(tool);
    if (schema == null) {
      throw new IllegalArgumentException("Expected a tool of the catalogue, but it is " + tool);
    }
    List<Error> errors = schema.validate(arguments);
    if (!errors.isEmpty()) {
      return invalid(
          errors.stream()
              .limit(ERRORS_TOLD)
              .map(error -> error.getInstanceLocation() + " " + error.getMessage())
              .collect(Collectors.joining("; ", "", ".")));
    }
    return LocalTimes.firstUnreadable(arguments)
        .<Outcome<T>>map(Arguments::invalid)
        .orElseGet(() -> new Outcome.Done<>(Json.MAPPER.treeToValue(arguments, kind)));
  }

  static <T> Outcome<T> invalid(String reason) {
    return new Outcome.Failed<>(new CalendarFailure.Invalid(reason));
  }
}
