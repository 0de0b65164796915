package io.rendezvous.systemtest.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.Turn;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the rows of faults, of which some run on the same: ten processes take a while to start. */
@Tag("faults")
@OwnProcesses
class DeploymentTest {
  @TempDir Path folder;

  @Test
  void two_instances_of_each_service_work_side_by_side() throws Exception {
    Plan plan = Plan.standard(folder).withProxies();
    for (Service service : Service.values()) {
      plan = plan.instances(service, 2);
    }
    try (var deployment = Deployment.start(plan)) {
      for (int conversation = 0; conversation < 6; conversation++) {
        Client here = deployment.client("u-both" + conversation, conversation % 2);
        Client there = deployment.client("u-both" + conversation, 1 - conversation % 2);
        Turn booked = here.say("Planifie une réunion demain à 10h");
        assertThat(booked.status()).as(booked.toString()).isEqualTo("completed");
        assertThat(there.ended(booked.id()).text("status")).isEqualTo("completed");
        assertThat(there.calendar()).hasSize(1);
        Turn listed = there.say("What do I have tomorrow?", booked.conversation());
        assertThat(listed.message()).containsIgnoringCase("réunion");
      }
      assertThat(deployment.links().all()).hasSize(9).allMatch(link -> link.connections() > 0);
    }
  }
}
