package io.rendezvous.calendar;

import io.rendezvous.calendar.account.AccountConfiguration;
import io.rendezvous.calendar.approval.ApprovalConfiguration;
import io.rendezvous.calendar.caldav.CalDavConfiguration;
import io.rendezvous.calendar.connection.ConnectionConfiguration;
import io.rendezvous.calendar.connection.KafkaConfiguration;
import io.rendezvous.calendar.embedded.EmbeddedConfiguration;
import io.rendezvous.calendar.google.GoogleConfiguration;
import io.rendezvous.calendar.grant.GrantConfiguration;
import io.rendezvous.calendar.http.HttpConfiguration;
import io.rendezvous.calendar.outside.OutsideConfiguration;
import io.rendezvous.calendar.router.RouterConfiguration;
import io.rendezvous.calendar.tool.ToolConfiguration;
import io.rendezvous.calendar.worker.WorkerConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.actuate.endpoint.web.WebMvcHealthEndpointExtensionAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Carries out calendar tool calls, each effect once: the service as a process of its own, or as one
 * context among others.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  ApplicationAvailabilityAutoConfiguration.class,
  AvailabilityHealthContributorAutoConfiguration.class,
  AvailabilityProbesAutoConfiguration.class,
  CompositeMeterRegistryAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  EndpointAutoConfiguration.class,
  HealthContributorAutoConfiguration.class,
  HealthContributorRegistryAutoConfiguration.class,
  HealthEndpointAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  JacksonEndpointAutoConfiguration.class,
  JvmMetricsAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  ManagementContextAutoConfiguration.class,
  MetricsAutoConfiguration.class,
  PrometheusMetricsExportAutoConfiguration.class,
  PropertyPlaceholderAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
  ServletManagementContextAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SslAutoConfiguration.class,
  SystemMetricsAutoConfiguration.class,
  JettyServletWebServerAutoConfiguration.class,
  ValidationAutoConfiguration.class,
  WebEndpointAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  WebMvcHealthEndpointExtensionAutoConfiguration.class
})
@Import({
  ApprovalConfiguration.class,
  ConnectionConfiguration.class,
  KafkaConfiguration.class,
  AccountConfiguration.class,
  GrantConfiguration.class,
  EmbeddedConfiguration.class,
  CalDavConfiguration.class,
  GoogleConfiguration.class,
  RouterConfiguration.class,
  ToolConfiguration.class,
  OutsideConfiguration.class,
  WorkerConfiguration.class,
  HttpConfiguration.class
})
public class CalendarService {
  public static void main(String[] arguments) {
    application().registerShutdownHook(true).run(arguments);
  }

  /**
   * The application, not started, without a shutdown hook; its settings are in {@code
   * calendar.yaml}.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(CalendarService.class)
        .properties("spring.config.name=calendar")
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false);
  }
}
