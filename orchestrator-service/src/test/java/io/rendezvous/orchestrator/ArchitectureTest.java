package io.rendezvous.orchestrator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses service =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.rendezvous.orchestrator");

  @Test
  void the_core_knows_nothing_of_kafka_spring_clocks_or_loggers() {
    classes()
        .that()
        .resideInAnyPackage("..orchestrator.conversation..", "..orchestrator.budget..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util..",
            "java.time..",
            "java.nio.charset..",
            "java.security..",
            "org.jspecify..",
            "com.fasterxml.jackson.annotation..",
            "io.rendezvous.common.budget..",
            "io.rendezvous.common.command..",
            "io.rendezvous.common.event..",
            "io.rendezvous.common.id..",
            "io.rendezvous.common.model..",
            "io.rendezvous.common.personal..",
            "io.rendezvous.common.tool..",
            "io.rendezvous.common.topic..",
            "io.rendezvous.orchestrator.budget..",
            "io.rendezvous.orchestrator.conversation..",
            "io.rendezvous.orchestrator.prompt..")
        .check(service);
  }

  @Test
  void the_core_reads_no_clock_and_draws_no_random_number() {
    noClasses()
        .that()
        .resideInAnyPackage("..orchestrator.conversation..", "..orchestrator.budget..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .check(service);
  }
}
