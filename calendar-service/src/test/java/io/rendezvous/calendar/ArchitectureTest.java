package io.rendezvous.calendar;

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
          .importPackages("io.rendezvous.calendar");

  @Test
  void packages_have_no_cycles() {
    slices().matching("io.rendezvous.calendar.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_port_knows_nothing_of_its_surroundings() {
    noClasses()
        .that()
        .resideInAPackage("io.rendezvous.calendar")
        .and()
        .doNotBelongToAnyOf(CalendarService.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.rendezvous.calendar.*..",
            "org.springframework..",
            "software.amazon..",
            "org.apache.kafka..")
        .check(CLASSES);
  }

  @Test
  void tools_worker_and_interface_know_no_provider() {
    noClasses()
        .that()
        .resideInAnyPackage("..tool..", "..worker..", "..http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..embedded..", "software.amazon.awssdk.services..")
        .check(CLASSES);
  }
}
