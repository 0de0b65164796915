package io.rendezvous.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** How bodies are read, and how problems are told. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
@Import({ProblemAdvice.class, ErrorDispatchController.class})
public class ProblemConfiguration {
  /** After the security chain, which needs no body. */
  private static final int AFTER_SECURITY = 0;

  @Bean
  static JsonMapper json(HttpSettings settings) {
    var limits = StreamReadConstraints.builder().maxNestingDepth(settings.maxJsonDepth()).build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
        .changeDefaultPropertyInclusion(
            include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .withCoercionConfig(
            LogicalType.Textual,
            text -> {
              for (var shape :
                  new CoercionInputShape[] {
                    CoercionInputShape.Boolean, CoercionInputShape.Float, CoercionInputShape.Integer
                  }) {
                text.setCoercion(shape, CoercionAction.Fail);
              }
            })
        .build();
  }

  @Bean
  static ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  static FilterRegistrationBean<BodyLimitFilter> bodyLimit(
      HttpSettings settings, ProblemWriter problems) {
    var filter =
        new FilterRegistrationBean<>(new BodyLimitFilter(settings.maxBodyBytes(), problems));
    filter.setOrder(AFTER_SECURITY);
    return filter;
  }

  @Bean
  static ErrorPageRegistrar errorPages() {
    return pages -> pages.addErrorPages(new ErrorPage(ErrorDispatchController.PATH));
  }
}
