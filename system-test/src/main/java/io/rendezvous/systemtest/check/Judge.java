package io.rendezvous.systemtest.check;

import io.rendezvous.systemtest.check.evidence.Evidence;
import java.util.List;

/** Judges one promise; a finding is a value, never an exception. */
interface Judge {
  List<Violation> judge(Evidence evidence);
}
