package io.rendezvous.systemtest.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.crash.CrashFile;
import io.rendezvous.systemtest.crash.CrashPoint;
import io.rendezvous.systemtest.deployment.Deployment;
import io.rendezvous.systemtest.deployment.Plan;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import io.rendezvous.systemtest.scripted.ModelProcess;
import io.rendezvous.systemtest.scripted.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row 3 at every provider: the calendar service is killed at each point of an effect, as often as
 * {@code rendezvous.faults.times} says. Each kill finds one user of each provider just there, and
 * each has one effect in the end, counted by the provider.
 */
@OwnProcesses
class CalendarKilledTest {
  private static final int TIMES = Integer.getInteger("rendezvous.faults.times", 1);
  private static final Duration READY = Duration.ofMinutes(3);
  private static final int KILLED = 137;

  @TempDir Path folder;

  @Test
  void dies_at_every_point_of_an_effect_and_has_it_once() throws Exception {
    try (var outside = Outside.start();
        var model = ModelProcess.start(folder.resolve("model.log"), Script.USUAL);
        var product = Deployment.start(plan(outside, model))) {
      List<Person> people = people(product, outside);
      for (int time = 0; time < TIMES; time++) {
        for (Point point : Point.values()) {
          List<Person> met = people.stream().filter(one -> point.isMetBy(one.provider())).toList();
          killAt(point, met, product.service(Service.CALENDAR, 0));
        }
      }
      assertThat(outside.events().writes())
          .as("one write to Google for each effect")
          .hasSize(TIMES * Point.values().length);
    }
  }

  private Plan plan(Outside outside, ModelProcess model) {
    return outside.with(
        Plan.standard(folder)
            .model(model.baseUrl())
            .withCrashPoints()
            .with(Service.CALENDAR, "RENDEZVOUS_CALENDAR_CALDAV_ALLOWINWARDADDRESSES", "true")
            // Its looks write to the tables too.
            .with(Service.CALENDAR, "RENDEZVOUS_CALENDAR_OUTSIDE_ENABLED", "false"));
  }

  private static List<Person> people(Deployment product, Outside outside) throws Exception {
    var people = new ArrayList<Person>();
    for (Provider provider : Provider.values()) {
      people.add(Person.connected(provider, new Recorder(product.newUser()), outside));
    }
    return people;
  }

  private static void killAt(Point point, List<Person> people, ServiceProcess calendar)
      throws Exception {
    var crash = new CrashFile(calendar.crashFile());
    crash.haltTogether(point.place(), CrashPoint.ANY, point.write(), people.size());
    Map<Person, Submission> begun = new LinkedHashMap<>();
    for (Person person : people) {
      begun.put(person, person.begin());
    }
    assertThat(calendar.await(READY)).isEqualTo(KILLED);
    assertThat(crash.isHit()).isTrue();
    for (Person person : people) {
      if (person.provider() != Provider.EMBEDDED) {
        person.requireEffects(point.isAfterTheEffect(person.provider()));
      }
    }
    calendar.start();
    calendar.awaitReady(READY);
    for (Person person : people) {
      person.awaitEnd(begun.get(person));
      person.requireEffects(false);
    }
  }
}
