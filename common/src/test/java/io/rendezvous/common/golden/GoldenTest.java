package io.rendezvous.common.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.command.Command;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.LedgerEntry;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.wire.Json;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Wire forms are for ever: what is written today must be readable in years. */
class GoldenTest {
  private static final Set<String> MAY_BE_ABSENT =
      Set.of("attendees", "failed", "foreign", "influenced", "origin", "recurrence", "reminders");

  /** What a record or another JSON holds, each read as the type that its readers ask for. */
  static final List<Class<?>> CONTRACTS =
      List.of(
          Command.class,
          Event.class,
          ChatMessage.class,
          CalendarArguments.class,
          CalendarResult.class,
          ModelCall.class,
          LedgerEntry.class,
          ToolCall.class,
          ReplyDelta.class,
          StopCall.class,
          Decision.class);

  static Stream<Class<?>> records() {
    return CONTRACTS.stream()
        .flatMap(GoldenTest::leaves)
        // Never written: it stands for what this version does not know.
        .filter(kind -> kind != Event.Unrecognized.class);
  }

  private static Stream<Class<?>> leaves(Class<?> kind) {
    return kind.isSealed()
        ? Stream.of(kind.getPermittedSubclasses()).flatMap(GoldenTest::leaves)
        : Stream.of(kind);
  }

  static Stream<Object> samples() {
    return Samples.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("records")
  void every_contract_has_one_sample(Class<?> kind) {
    assertThat(Samples.ALL).filteredOn(sample -> sample.getClass() == kind).hasSize(1);
  }

  @Test
  void wire_names_are_unique() {
    assertThat(records().map(GoldenTest::wireName)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void reads_and_writes_its_golden_form(Object sample) throws IOException {
    JsonNode golden = golden(sample.getClass());
    assertThat(Json.MAPPER.treeToValue(golden, readAs(sample))).isEqualTo(sample);
    JsonNode written = Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(sample));
    assertThat(written).isEqualTo(golden);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.answered",
        "model.failed",
        "model.responded",
        "model.gave-up",
        "tool.finished",
        "tool.succeeded",
        "tool.call",
        "assistant",
        "tool"
      })
  void reads_what_an_earlier_version_wrote(String name) throws IOException {
    Object sample =
        samples().filter(it -> wireName(it.getClass()).equals(name)).findFirst().orElseThrow();
    assertThatCode(() -> Json.MAPPER.treeToValue(json("earlier/" + name), readAs(sample)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void skips_a_field_that_it_does_not_know(Object sample) throws IOException {
    var later = golden(sample.getClass()).asObject().put("later", "something");
    assertThat(Json.MAPPER.treeToValue(later, readAs(sample))).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void refuses_to_read_without_a_field_that_is_not_optional(Object sample) throws IOException {
    for (RecordComponent field : sample.getClass().getRecordComponents()) {
      var without = golden(sample.getClass()).asObject();
      without.remove(field.getName());
      ThrowingCallable reading = () -> Json.MAPPER.treeToValue(without, readAs(sample));
      if (isOptional(field)) {
        assertThatCode(reading).as(field.getName()).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(reading).as(field.getName()).isInstanceOf(JacksonException.class);
      }
    }
  }

  private static boolean isOptional(RecordComponent field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class)
        || MAY_BE_ABSENT.contains(field.getName());
  }

  static Class<?> readAs(Object sample) {
    return CONTRACTS.stream()
        .filter(kind -> kind.isInstance(sample) && kind != CalendarArguments.class)
        .findFirst()
        .orElse((Class) sample.getClass());
  }

  static JsonNode golden(Class<?> kind) throws IOException {
    return json(wireName(kind));
  }

  private static JsonNode json(String file) throws IOException {
    String name = "/golden/" + file + ".json";
    try (var golden = GoldenTest.class.getResourceAsStream(name)) {
      assertThat(golden).as("a golden JSON at " + name).isNotNull();
      return Json.MAPPER.readTree(golden);
    }
  }

  /** Arguments have no wire name but that of their tool. */
  static String wireName(Class<?> kind) {
    JsonTypeName name = kind.getAnnotation(JsonTypeName.class);
    return name != null
        ? name.value()
        : kind.getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
