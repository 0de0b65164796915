package io.rendezvous.gateway.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is served under the interface's path, as the server itself routes it. */
record Endpoints(List<Endpoint> all) {
  private static final String INTERFACE = "/api/";

  /** One of them; {@code produces} are the types of its answers. */
  record Endpoint(String method, String path, List<String> produces) {}

  static Endpoints of(RequestMappingHandlerMapping mappings) {
    return new Endpoints(
        mappings.getHandlerMethods().keySet().stream()
            .flatMap(Endpoints::endpoints)
            .filter(endpoint -> endpoint.path().startsWith(INTERFACE))
            .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
            .toList());
  }

  private static Stream<Endpoint> endpoints(RequestMappingInfo mapping) {
    List<String> types =
        mapping.getProducesCondition().getProducibleMediaTypes().stream()
            .map(MediaType::toString)
            .toList();
    return mapping.getPatternValues().stream()
        .flatMap(
            path ->
                mapping.getMethodsCondition().getMethods().stream()
                    .map((RequestMethod method) -> new Endpoint(method.name(), path, types)));
  }
}
