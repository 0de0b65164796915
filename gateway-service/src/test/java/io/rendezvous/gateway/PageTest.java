package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PageTest {
  private final Client anybody = Gateway.shared().client(null);

  @Test
  void tells_anybody_what_can_be_asked_for() {
    var page = anybody.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValueSatisfying(html());
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .contains("default-src 'none'; frame-ancestors 'none'");
    assertThat(page.body())
        .contains("POST", "/api/v1/prompts", "text/event-stream", "/api/v1/turns/{")
        .doesNotContain("/actuator", "ROWS", "null");
  }

  @Test
  void lets_nobody_do_more() {
    assertThat(anybody.get("/index.html").statusCode()).isEqualTo(401);
    assertThat(anybody.get("/api/v1/conversations").statusCode()).isEqualTo(401);
  }

  private static Consumer<String> html() {
    return type -> assertThat(type).startsWith("text/html");
  }
}
