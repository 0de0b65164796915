package io.rendezvous.gateway.server;

import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is particular to Jetty. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerSettings.class)
public class ServerConfiguration {
  /** In bytes: the smallest that Jetty's pool has; a stream that began with a body keeps one. */
  private static final int INPUT_BUFFER = 4_096;

  /** In bytes: answers are gathered up to this; streams are not. */
  private static final int OUTPUT_BUFFER = 8_192;

  @Bean
  static WebServerFactoryCustomizer<JettyServletWebServerFactory> jetty(ServerSettings settings) {
    return factory ->
        factory.addServerCustomizers(
            server -> {
              smallBuffers(server);
              backlog(server, settings.backlog());
              server.insertHandler(new IdleLimits(settings.stall(), settings.keepAlive()));
              server.insertHandler(new NoTrace());
              server.setErrorHandler(new ProblemHandler());
            });
  }

  /** Most connections carry a stream, which waits for small events: large buffers are for few. */
  private static void smallBuffers(Server server) {
    Stream.of(server.getConnectors())
        .map(connector -> connector.getConnectionFactory(HttpConnectionFactory.class))
        .forEach(
            http -> {
              http.setInputBufferSize(INPUT_BUFFER);
              http.getHttpConfiguration().setOutputBufferSize(OUTPUT_BUFFER);
            });
  }

  private static void backlog(Server server, int backlog) {
    Stream.of(server.getConnectors())
        .map(ServerConnector.class::cast)
        .forEach(connector -> connector.setAcceptQueueSize(backlog));
  }
}
