package io.rendezvous.systemtest.deployable;

import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.util.Map;

/** The kinds of objects that we have, by Kubernetes' own description of its interface. */
enum KubernetesSchema {
  NAMESPACE("v1", "Namespace", V1Namespace.class, V1Namespace::validateJsonElement),
  CONFIG_MAP("v1", "ConfigMap", V1ConfigMap.class, V1ConfigMap::validateJsonElement),
  SERVICE("v1", "Service", V1Service.class, V1Service::validateJsonElement),
  DEPLOYMENT("apps/v1", "Deployment", V1Deployment.class, V1Deployment::validateJsonElement),
  STATEFUL_SET("apps/v1", "StatefulSet", V1StatefulSet.class, V1StatefulSet::validateJsonElement),
  DISRUPTION_BUDGET(
      "policy/v1",
      "PodDisruptionBudget",
      V1PodDisruptionBudget.class,
      V1PodDisruptionBudget::validateJsonElement),
  NETWORK_POLICY(
      "networking.k8s.io/v1",
      "NetworkPolicy",
      V1NetworkPolicy.class,
      V1NetworkPolicy::validateJsonElement);

  private final String version;
  private final String kind;
  private final Class<?> type;
  private final Fields fields;

  private interface Fields {
    void check(JsonElement object) throws IOException;
  }

  KubernetesSchema(String version, String kind, Class<?> type, Fields fields) {
    this.version = version;
    this.kind = kind;
    this.type = type;
    this.fields = fields;
  }

  /**
   * Checks an object.
   *
   * @throws RuntimeException if a field is unknown, missing, or of another type
   */
  static void check(Map<?, ?> object) throws IOException {
    KubernetesSchema schema = of(object);
    JsonElement json = JSON.getGson().toJsonTree(object);
    schema.fields.check(json);
    JSON.getGson().fromJson(json, schema.type);
  }

  private static KubernetesSchema of(Map<?, ?> object) {
    for (KubernetesSchema schema : values()) {
      if (schema.version.equals(object.get("apiVersion"))
          && schema.kind.equals(object.get("kind"))) {
        return schema;
      }
    }
    throw new IllegalArgumentException("Expected a kind that is known, but found " + object);
  }
}
