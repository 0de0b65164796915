package io.rendezvous.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.rendezvous.gateway");

  @Test
  void packages_have_no_cycles() {
    slices().matching("io.rendezvous.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void only_who_has_a_table_of_its_own_knows_the_tables() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..log..", "..security..", "..preferences..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services..")
        .check(CLASSES);
  }
}
