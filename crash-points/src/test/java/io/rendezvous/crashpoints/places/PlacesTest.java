package io.rendezvous.crashpoints.places;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacesTest {
  private static final ClassLoader LOADER = PlacesTest.class.getClassLoader();

  static Stream<Place> places() {
    return Places.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("places")
  void every_place_is_there_and_its_class_stays_valid(Place place) throws IOException {
    byte[] changed = PlaceTransformer.withCalls(bytes(place), List.of(place), LOADER);

    assertThat(ClassFile.of().verify(changed)).isEmpty();
    assertThat(hookCalls(changed, place.method())).isPositive();
  }

  @Test
  void a_class_with_many_places_gets_all_their_calls() throws IOException {
    Place first = Places.ALL.getFirst();
    byte[] changed =
        new PlaceTransformer().transform(LOADER, first.internalOwner(), null, null, bytes(first));

    assertThat(hookCalls(requireNonNull(changed), "doSend")).isEqualTo(1);
    assertThat(hookCalls(changed, "commitTransaction")).isEqualTo(3);
    assertThat(ClassFile.of().verify(changed)).isEmpty();
  }

  @Test
  void other_classes_stay_as_they_are() {
    assertThat(
            new PlaceTransformer().transform(LOADER, "java/lang/String", null, null, new byte[0]))
        .isNull();
  }

  @Test
  void a_place_that_is_gone_is_told() throws IOException {
    Place first = Places.ALL.getFirst();
    var gone = new Place(first.owner(), "renamed", first.moment(), first.call());
    byte[] bytes = bytes(first);

    assertThatThrownBy(() -> PlaceTransformer.withCalls(bytes, List.of(gone), LOADER))
        .hasMessageContaining("no method renamed");
  }

  private static byte[] bytes(Place place) throws IOException {
    try (var in = LOADER.getResourceAsStream(place.internalOwner() + ".class")) {
      return requireNonNull(in).readAllBytes();
    }
  }

  private static long hookCalls(byte[] bytes, String method) {
    return ClassFile.of().parse(bytes).methods().stream()
        .filter(found -> found.methodName().equalsString(method))
        .flatMap(found -> found.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(
            element ->
                element instanceof InvokeInstruction call
                    && call.owner().asInternalName().endsWith("CrashHook"))
        .count();
  }
}
