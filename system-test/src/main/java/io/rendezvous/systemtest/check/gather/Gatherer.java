package io.rendezvous.systemtest.check.gather;

import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.personal.UserKeys;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.check.evidence.ClientRecord;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Logs;
import io.rendezvous.systemtest.check.evidence.Place;
import io.rendezvous.systemtest.check.evidence.Shown;
import io.rendezvous.systemtest.check.evidence.TableItems;
import io.rendezvous.systemtest.check.evidence.Texts;
import io.rendezvous.systemtest.check.recording.Recorder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Reads a running installation once it has come to rest. What was read before that, or while
 * something was away, would tell of losses that never happened: so it waits, with limits.
 */
public final class Gatherer {
  static final List<Topic> READ =
      Stream.concat(
              Stream.of(
                  Topics.PROMPTS,
                  Topics.OUTCOMES,
                  Topics.TIMERS,
                  Topics.HISTORY,
                  Topics.MODEL_CALLS,
                  Topics.CALENDAR_CALLS),
              Topics.ALL.stream().filter(topic -> topic.name().endsWith("-dlt")))
          .toList();

  private final Installation installation;
  private final Limits limits;
  private final Set<Place> planted;
  private final Beginning beginning;

  public Gatherer(Installation installation, Limits limits) {
    this(installation, limits, Set.of(), Beginning.OF_ALL);
  }

  private Gatherer(
      Installation installation, Limits limits, Set<Place> planted, Beginning beginning) {
    this.installation = installation;
    this.limits = limits;
    this.planted = planted;
    this.beginning = beginning;
  }

  /** Takes records that the test has written itself for no evidence. */
  public Gatherer ignoring(Collection<Place> places) {
    return new Gatherer(installation, limits, Set.copyOf(places), beginning);
  }

  /**
   * Leaves out what was there before: then the tenth run on one installation costs as the first.
   */
  public Gatherer since(Beginning other) {
    return new Gatherer(installation, limits, planted, other);
  }

  /** Waits, then reads everything; what was waited for in vain is part of the evidence. */
  public Evidence gather(Collection<Recorder> clients) throws InterruptedException {
    var waiting = new Waiting(limits.pause());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", installation.bootstrapServers()));
        DynamoDbClient tables = Tables.client(installation.tables())) {
      List<String> unready =
          waiting.until(limits.ready(), () -> new Readiness(admin, tables, clients).missing());
      if (!unready.isEmpty()) {
        return nothing(clients, unready);
      }
      try (var reader =
          new TopicReader(installation.bootstrapServers(), READ, beginning.offsets())) {
        var ends =
            new Ends(reader, admin, raw -> !planted.contains(raw.place()), installation.marks());
        List<String> missing = waiting.until(limits.ends(), ends::missing);
        return missing.isEmpty() ? read(reader, tables, clients) : nothing(clients, missing);
      }
    }
  }

  private Evidence read(TopicReader reader, DynamoDbClient tables, Collection<Recorder> clients)
      throws InterruptedException {
    Logs logs = new LogDecoder(planted).decode(reader.records());
    var vault = new Vault(new UserKeys(tables, installation.tables(), installation.masterKey()));
    var shown = new ArrayList<Shown>();
    var unreached = new ArrayList<String>();
    for (Recorder client : clients) {
      try {
        shown.add(new RestReader(client).read());
      } catch (IOException e) {
        unreached.add("what the gateway shows " + client.user() + ": " + e);
      }
    }
    return new Evidence(
        installation.marks(),
        logs,
        new TextOpener(vault).open(logs.history()),
        new TableReader(tables, installation.tables()).read().without(beginning.users()),
        shown,
        records(clients),
        null,
        null,
        unreached);
  }

  private Evidence nothing(Collection<Recorder> clients, List<String> unreached) {
    return new Evidence(
        installation.marks(),
        Logs.NONE,
        new Texts(Map.of()),
        TableItems.NONE,
        List.of(),
        records(clients),
        null,
        null,
        unreached);
  }

  private static List<ClientRecord> records(Collection<Recorder> clients) {
    return clients.stream().map(Recorder::record).toList();
  }
}
