package io.rendezvous.systemtest.deployable;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One line of what Prometheus reads; {@code le} is no label of ours. */
record Series(String name, Set<String> labels, double value) {
  private static final Pattern LINE = Pattern.compile("(rendezvous_\\w+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"[^\"]*\"");

  static List<Series> of(String served) {
    return served
        .lines()
        .map(LINE::matcher)
        .filter(line -> line.matches())
        .map(
            line ->
                new Series(
                    line.group(1),
                    labels(line.group(2) == null ? "" : line.group(2)),
                    Double.parseDouble(line.group(3))))
        .toList();
  }

  private static Set<String> labels(String text) {
    return LABEL
        .matcher(text)
        .results()
        .map(label -> label.group(1))
        .filter(label -> !label.equals("le"))
        .collect(toCollection(TreeSet::new));
  }
}
