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
  void the_library_of_google_is_known_to_its_adapter_alone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..google..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.api..")
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

  @Test
  void icalendar_is_text_in_and_text_out() {
    noClasses()
        .that()
        .resideInAPackage("..icalendar..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..embedded..",
            "..caldav..",
            "..journal..",
            "java.net.http..",
            "org.springframework..",
            "software.amazon..")
        .check(CLASSES);
  }

  @Test
  void adapters_do_not_see_each_other() {
    slices()
        .matching("io.rendezvous.calendar.(embedded|caldav|google)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }
}
