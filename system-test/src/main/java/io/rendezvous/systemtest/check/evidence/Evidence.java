package io.rendezvous.systemtest.check.evidence;

import io.rendezvous.common.id.OwnerMarks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a run left behind, gathered once it was over; the judges look at nothing else.
 *
 * @param marks tells whose a conversation is
 * @param recovery null where nothing had to heal
 * @param resources null where they were not sampled
 * @param unreached what the ends of the logs were waited for in vain; empty where all was reached
 */
public record Evidence(
    OwnerMarks marks,
    Logs logs,
    Texts texts,
    TableItems tables,
    List<Shown> shown,
    List<ClientRecord> clients,
    @Nullable Recovery recovery,
    @Nullable Resources resources,
    List<String> unreached) {
  public Evidence {
    shown = List.copyOf(shown);
    clients = List.copyOf(clients);
    unreached = List.copyOf(unreached);
  }

  public Evidence with(Logs others) {
    return new Evidence(
        marks, others, texts, tables, shown, clients, recovery, resources, unreached);
  }

  public Evidence with(TableItems others) {
    return new Evidence(marks, logs, texts, others, shown, clients, recovery, resources, unreached);
  }

  public Evidence withShown(List<Shown> others) {
    return new Evidence(
        marks, logs, texts, tables, others, clients, recovery, resources, unreached);
  }

  public Evidence withClients(List<ClientRecord> others) {
    return new Evidence(marks, logs, texts, tables, shown, others, recovery, resources, unreached);
  }

  public Evidence with(Recovery measured) {
    return new Evidence(marks, logs, texts, tables, shown, clients, measured, resources, unreached);
  }

  public Evidence with(Resources sampled) {
    return new Evidence(marks, logs, texts, tables, shown, clients, recovery, sampled, unreached);
  }

  public Evidence withUnreached(List<String> missing) {
    return new Evidence(marks, logs, texts, tables, shown, clients, recovery, resources, missing);
  }
}
