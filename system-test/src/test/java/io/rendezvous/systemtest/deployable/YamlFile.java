package io.rendezvous.systemtest.deployable;

import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as plain maps and lists; a key that is there twice is an error. */
final class YamlFile {
  private YamlFile() {}

  /** All documents of a file of the product's folder. */
  static List<Node> read(String path) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (var in = Files.newInputStream(Checkout.FOLDER.resolve(path))) {
      var documents = new Yaml(new SafeConstructor(options)).loadAll(in);
      return StreamSupport.stream(documents.spliterator(), false)
          .filter(Objects::nonNull)
          .map(document -> new Node(path, document))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A part of a document, and where it is. */
  record Node(String place, Object value) {
    /** What is there; it must be. */
    Node get(String... keys) {
      Node node = this;
      for (String key : keys) {
        Object child = node.map().get(key);
        if (child == null) {
          throw new AssertionError("Expected " + key + " in " + node.place + ", but found none");
        }
        node = new Node(node.place + "/" + key, child);
      }
      return node;
    }

    boolean has(String key) {
      return map().get(key) != null;
    }

    Map<?, ?> map() {
      return (Map<?, ?>) value;
    }

    List<String> keys() {
      return map().keySet().stream().map(Object::toString).toList();
    }

    List<Node> list() {
      return ((List<?>) value).stream().map(item -> new Node(place + "[]", item)).toList();
    }

    List<String> texts() {
      return list().stream().map(Node::text).toList();
    }

    String text() {
      return value.toString();
    }

    int number() {
      return Integer.parseInt(text());
    }
  }
}
