package io.rendezvous.common;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolSpec;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  /** Contracts name each other: a command tells of a model's answer, a call of preferences. */
  private static final Set<String> CONTRACTS =
      Set.of("calendar", "command", "event", "model", "tool");

  private static final String BASE = "io.rendezvous.common.";

  private final JavaClasses common =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.rendezvous.common");

  @Test
  void knows_nothing_of_spring() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(common);
  }

  @Test
  void contracts_are_plain_java() {
    String[] contracts =
        Stream.concat(CONTRACTS.stream(), Stream.of("id", "budget"))
            .map(BASE::concat)
            .toArray(String[]::new);
    var plain =
        Stream.of(
            "java.lang..",
            "java.util..",
            "java.time..",
            "org.jspecify.annotations",
            "com.fasterxml.jackson.annotation",
            BASE + "personal");
    classes()
        .that(resideInAnyPackage(contracts))
        // They derive ids and hashes, and say where a tool's calls go.
        .and(not(belongToAnyOf(ToolCatalogue.class, ToolSpec.class, Ids.class, OwnerMarks.class)))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Stream.concat(plain, Stream.of(contracts)).toArray(String[]::new))
        .check(common);
  }

  @Test
  void packages_form_no_cycle() {
    slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(common);
  }

  private static final class Rooms implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      if (!type.getPackageName().startsWith(BASE)) {
        return SliceIdentifier.ignore();
      }
      String room = type.getPackageName().substring(BASE.length());
      return SliceIdentifier.of(CONTRACTS.contains(room) ? "contracts" : room);
    }

    @Override
    public String getDescription() {
      return "packages, the contracts being one";
    }
  }
}
