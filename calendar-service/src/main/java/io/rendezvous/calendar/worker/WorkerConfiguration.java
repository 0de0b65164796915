package io.rendezvous.calendar.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.tool.CalendarTools;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.start.Step;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.work.WorkMeters;
import io.rendezvous.common.work.WorkWindow;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the worker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerSettings.class)
public class WorkerConfiguration {
  private static final String GROUP = "calendar-service";

  @Bean
  CallMetrics callMetrics(MeterRegistry meters, CalendarTools tools) {
    return new CallMetrics(meters, tools);
  }

  @Bean
  CalendarWorker calendarWorker(
      CalendarTools tools,
      Calendar calendar,
      OwnerMarks marks,
      Vault vault,
      Publisher publisher,
      CallMetrics metrics) {
    var reports = new Reports(tools, vault);
    return new CalendarWorker(tools, calendar, marks, vault, reports, publisher, metrics);
  }

  /** Closed by the lifecycle, in its order. */
  @Bean(destroyMethod = "")
  WorkWindow<ToolCall> calendarWindow(
      CalendarWorker worker,
      WorkerSettings settings,
      Publisher publisher,
      MeterRegistry meters,
      @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
    return new WorkWindow<>(
        Topics.CALENDAR_CALLS,
        ToolCall.class,
        GROUP,
        settings.instance(),
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
        settings.window(),
        worker,
        publisher,
        new WorkMeters(meters, Topics.CALENDAR_CALLS, GROUP, InstantSource.system()));
  }

  @Bean
  WorkerLifecycle workerLifecycle(List<Step> preparations, WorkWindow<ToolCall> window) {
    return new WorkerLifecycle(preparations, window);
  }

  @Bean
  static ReadyMeter readyMeter(ObjectProvider<HealthEndpoint> health) {
    return new ReadyMeter(health);
  }

  /** Part of readiness: {@code worker} in the settings. */
  @Bean
  HealthIndicator workerHealthIndicator(WorkWindow<ToolCall> window) {
    return () -> (window.isRunning() ? Health.up() : Health.down()).build();
  }
}
