package io.rendezvous.calendar.icalendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of an object, from BEGIN to END: its lines, and the parts within it. */
record Component(String name, List<ContentLine> lines, List<Component> children) {
  Component {
    lines = List.copyOf(lines);
    children = List.copyOf(children);
  }

  boolean is(String wanted) {
    return name.equalsIgnoreCase(wanted);
  }

  Optional<ContentLine> first(String property) {
    return lines.stream().filter(line -> line.is(property)).findFirst();
  }

  List<ContentLine> all(String property) {
    return lines.stream().filter(line -> line.is(property)).toList();
  }

  boolean has(String property) {
    return first(property).isPresent();
  }

  List<Component> parts(String wanted) {
    return children.stream().filter(child -> child.is(wanted)).toList();
  }

  Component withLines(List<ContentLine> others) {
    return new Component(name, others, children);
  }

  Component withChildren(List<Component> others) {
    return new Component(name, lines, others);
  }

  Component without(String property) {
    return withLines(lines.stream().filter(line -> !line.is(property)).toList());
  }

  Component adding(ContentLine line) {
    var more = new ArrayList<>(lines);
    more.add(line);
    return withLines(more);
  }

  /** With the line in the place of the first of its name, else as the last. */
  Component putting(ContentLine line) {
    return putting(line.name(), List.of(line));
  }

  /** With these lines in the place of all of that name. */
  Component putting(String property, List<ContentLine> others) {
    var result = new ArrayList<ContentLine>();
    boolean put = false;
    for (ContentLine line : lines) {
      if (!line.is(property)) {
        result.add(line);
      } else if (!put) {
        result.addAll(others);
        put = true;
      }
    }
    if (!put) {
      result.addAll(others);
    }
    return withLines(result);
  }
}
