package io.rendezvous.systemtest;

import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** What the README tells people to type. */
final class Readme {
  private static final Pattern MARKED =
      Pattern.compile(
          "<!-- The system tests run this block as it stands. -->\n```sh\n(.*?)```",
          Pattern.DOTALL);

  private Readme() {}

  /** The block that is marked to be run. */
  static String blockToRun() throws IOException {
    var match = MARKED.matcher(Files.readString(Checkout.FOLDER.resolve("README.md")));
    if (!match.find()) {
      throw new AssertionError("Expected a marked block in the README, but found none");
    }
    return match.group(1);
  }
}
