package io.rendezvous.systemtest.deployable;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/** Stands for the variables of a process, and knows which of them were looked at. */
final class RecordedVariables extends AbstractMap<String, Object> {
  private final Map<String, Object> variables;
  private final Set<String> read = ConcurrentHashMap.newKeySet();

  RecordedVariables(Map<String, String> variables) {
    this.variables = new LinkedHashMap<>(variables);
  }

  Set<String> read() {
    return Set.copyOf(read);
  }

  /** An environment that has these variables and none of this process's own. */
  StandardServletEnvironment environment() {
    return new StandardServletEnvironment() {
      @Override
      protected void customizePropertySources(MutablePropertySources sources) {
        super.customizePropertySources(sources);
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        sources.replace(name, new SystemEnvironmentPropertySource(name, RecordedVariables.this));
      }
    };
  }

  @Override
  public @Nullable Object get(Object name) {
    Object value = variables.get(name);
    if (value != null) {
      read.add(name.toString());
    }
    return value;
  }

  @Override
  public boolean containsKey(Object name) {
    return variables.containsKey(name);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return Map.copyOf(variables).entrySet();
  }
}
