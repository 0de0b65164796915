package io.rendezvous.calendar.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Grants;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.TestDynamoDb;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GoogleConfigurationTest {
  private static final String PREFIX = "google-configuration-";

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withUserConfiguration(GoogleConfiguration.class)
          .withBean(InstantSource.class, InstantSource::system)
          .withBean(Grants.class, Revoked::new)
          .withBean(
              Journal.class,
              () ->
                  new Journal(
                      TestDynamoDb.client(),
                      TestDynamoDb.settings(PREFIX),
                      TestDynamoDb.vault(PREFIX),
                      InstantSource.system()));

  @Test
  void offers_the_calendar_by_its_name() {
    context.run(
        started -> {
          assertThat(started.getBean("googleCalendar")).isInstanceOf(Calendar.class);
          assertThat(started.getBean(GoogleSettings.class).rootUrl())
              .hasToString("https://www.googleapis.com/");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request-timeout=0ms",
        "connect-timeout=10m",
        "keep-idle=0ms",
        "page-size=2501",
        "max-original=65KB",
        "retries.tries=0",
      })
  void refuses_a_limit_that_would_be_none(String setting) {
    context
        .withPropertyValues("rendezvous.calendar.google." + setting)
        .run(started -> assertThat(started).hasFailed());
  }

  private static final class Revoked implements Grants {
    @Override
    public Outcome<String> accessToken(UserId user, AccountId account) {
      return new Outcome.Failed<>(new CalendarFailure.Unauthorized());
    }

    @Override
    public Outcome<String> renewed(UserId user, AccountId account, String refused) {
      return new Outcome.Failed<>(new CalendarFailure.Unauthorized());
    }
  }
}
