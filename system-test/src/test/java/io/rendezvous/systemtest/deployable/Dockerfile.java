package io.rendezvous.systemtest.deployable;

import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The instructions of the Dockerfile, lines that go on put together, comments left out. */
record Dockerfile(List<Instruction> instructions) {
  record Instruction(String name, String rest) {}

  static Dockerfile read() throws IOException {
    var instructions = new ArrayList<Instruction>();
    var pending = new StringBuilder();
    for (String line : Files.readAllLines(Checkout.FOLDER.resolve("Dockerfile"))) {
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      boolean goesOn = text.endsWith("\\");
      pending.append(goesOn ? text.substring(0, text.length() - 1) : text);
      if (!goesOn) {
        int space = pending.indexOf(" ");
        instructions.add(
            new Instruction(pending.substring(0, space), pending.substring(space + 1).strip()));
        pending.setLength(0);
      }
    }
    return new Dockerfile(List.copyOf(instructions));
  }

  /** What makes the image that is run: all from the last {@code FROM} on. */
  Dockerfile lastStage() {
    int from = 0;
    for (int i = 0; i < instructions.size(); i++) {
      from = instructions.get(i).name().equals("FROM") ? i : from;
    }
    return new Dockerfile(instructions.subList(from, instructions.size()));
  }

  List<String> all(String name) {
    return instructions.stream()
        .filter(instruction -> instruction.name().equals(name))
        .map(Instruction::rest)
        .toList();
  }

  String only(String name) {
    List<String> found = all(name);
    if (found.size() != 1) {
      throw new AssertionError("Expected one " + name + ", but found " + found);
    }
    return found.getFirst();
  }
}
