package io.rendezvous.systemtest.fault;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.UserId;
import io.rendezvous.systemtest.check.Checker;
import io.rendezvous.systemtest.check.Verdict;
import io.rendezvous.systemtest.check.Violation;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Place;
import io.rendezvous.systemtest.check.evidence.Recovery;
import io.rendezvous.systemtest.check.evidence.Resources;
import io.rendezvous.systemtest.check.gather.Beginning;
import io.rendezvous.systemtest.check.gather.Gatherer;
import io.rendezvous.systemtest.check.gather.Installation;
import io.rendezvous.systemtest.check.gather.Limits;
import io.rendezvous.systemtest.check.gather.RecoveryWatch;
import io.rendezvous.systemtest.check.recording.Patience;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.deployment.Deployment;
import io.rendezvous.systemtest.deployment.OwnProcess;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import io.rendezvous.systemtest.proxy.Links;
import io.rendezvous.systemtest.proxy.TcpProxy;
import io.rendezvous.systemtest.records.RecordPlace;
import io.rendezvous.systemtest.scripted.ModelProcess;
import io.rendezvous.systemtest.scripted.Script;
import io.rendezvous.testsupport.ThrottlingFront;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a row has to do with: a product that serves, users of its own with a light load, the means
 * to break things, and the judgement when all is mended.
 */
final class Scene {
  private static final Duration READY = Recovery.READY_LIMIT;

  private final FaultSettings settings = FaultSettings.read();
  private final FaultRow row;
  private final long seed;
  private final boolean last;
  private final Random random;
  private final Diary diary = new Diary();
  private final List<Recorder> users = new ArrayList<>();
  private final Set<Place> planted = new HashSet<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable Bed bed;
  private @Nullable Breaking breaking;
  private @Nullable Beginning beginning;
  private @Nullable Load load;
  private @Nullable Instant healed;
  private @Nullable Double recovery;
  private boolean verified;

  Scene(FaultRow row, long seed, boolean last) {
    this.row = row;
    this.seed = seed;
    this.last = last;
    this.random = new Random(seed);
  }

  /** What was there before does not count; the product must be at rest. */
  void beginAnew() {
    Bed taken = requireNonNull(bed);
    beginning = Beginning.now(Installation.of(taken.deployment()), taken.users());
    synchronized (users) {
      users.clear();
    }
  }

  /** Begins on a product that is at rest. */
  void open(Beds beds) throws Exception {
    Bed taken = beds.take(row.setup());
    bed = taken;
    breaking = new Breaking(taken.deployment(), diary);
    beginning = Beginning.now(Installation.of(taken.deployment()), taken.users());
    diary.note("row " + row.number() + " begins, limits times " + settings.slowness());
    if (row.load() > 0) {
      load =
          Load.start(
              IntStream.range(0, row.load()).mapToObj(_ -> user()).toList(),
              "load" + seed,
              row.chatOnly(),
              settings.pause());
    }
  }

  FaultSettings settings() {
    return settings;
  }

  Duration stretched(Duration limit) {
    return settings.stretched(limit);
  }

  FaultRow row() {
    return row;
  }

  long seed() {
    return seed;
  }

  /** Whether this is the row's last run. */
  boolean isLast() {
    return last;
  }

  Random random() {
    return random;
  }

  Diary diary() {
    return diary;
  }

  Deployment deployment() {
    return requireNonNull(bed).deployment();
  }

  ServiceProcess service(Service service) {
    return deployment().service(service, 0);
  }

  /** The proxy between these two. */
  TcpProxy link(Service service, Links.Target target) {
    return deployment().links().between(service, target);
  }

  /** Faults between this process and the tables. */
  ThrottlingFront throttler() {
    return requireNonNull(requireNonNull(bed).throttler());
  }

  ModelProcess model() {
    return requireNonNull(bed).model();
  }

  Breaking breaking() {
    return requireNonNull(breaking);
  }

  /** What goes on in the background. */
  Load load() {
    return requireNonNull(load);
  }

  /** A new user who insists, at each gateway in turn. */
  Recorder user() {
    return user(Patience.DEFAULT.whole(stretched(Patience.DEFAULT.whole())));
  }

  /** The same with a patience of their own. */
  Recorder user(Patience patience) {
    String name = requireNonNull(bed).nextUser();
    var clients =
        deployment().services().stream()
            .filter(one -> one.service() == Service.GATEWAY)
            .map(one -> deployment().client(name, one.index()))
            .toList();
    var user = new Recorder(clients, patience);
    synchronized (users) {
      users.add(user);
    }
    return user;
  }

  /** One of these, by the seed. */
  @SafeVarargs
  final <T> T oneOf(T... choices) {
    T chosen = choices[random.nextInt(choices.length)];
    diary.note("chosen: " + chosen);
    return chosen;
  }

  /** Waits until the load has had so many turns more. */
  void letRun(int turns) throws InterruptedException {
    int wanted = load().ended() + turns;
    Until.holds(
        "the load has " + wanted + " turns",
        stretched(Duration.ofSeconds(60)),
        () -> load().ended() >= wanted);
  }

  /** What the row wrote itself is no evidence. */
  void planted(Collection<RecordPlace> places) {
    places.forEach(it -> planted.add(new Place(it.topic(), it.partition(), it.offset())));
  }

  /** Whose items in the tables the row wrote itself. */
  void planted(UserId stranger) {
    requireNonNull(bed).remember(stranger);
  }

  /** The small file system of this name. */
  SmallDisk disk(String name) {
    return requireNonNull(requireNonNull(bed).disks().get(name));
  }

  /** Tells something in the table of results. */
  void note(String note) {
    notes.add(note);
    diary.note(note);
  }

  /** Mends all that was broken; from now on the limits of recovery count. */
  void heal() throws Exception {
    model().follow(Script.USUAL);
    breaking().mend();
    healed = Instant.now();
    diary.note("healed");
  }

  /** Judges the run once all has come to rest; returns what was found. */
  Evidence verify() throws Exception {
    return verifyBut(_ -> false);
  }

  /** The same, where the row has caused some findings itself. */
  Evidence verifyBut(Predicate<Violation> caused) throws Exception {
    Evidence evidence = gather();
    Verdict whole = Checker.check(evidence);
    List<Violation> found = whole.violations().stream().filter(caused.negate()).toList();
    Verdict verdict = new Verdict(found, whole.notJudged());
    if (!verdict.isClean()) {
      throw new AssertionError("Expected every promise to be kept, but " + verdict);
    }
    verified = true;
    return evidence;
  }

  /** What there is to judge, when all has come to rest. */
  Evidence gather() throws Exception {
    Instant since = healed == null ? Instant.now() : healed;
    Collection<OwnProcess> services = List.copyOf(deployment().services());
    Recovery ready = RecoveryWatch.await(since, services, stretched(READY));
    diary.note("ready: " + ready.ready());
    if (load != null) {
      load.finish(stretched(Patience.DEFAULT.whole()));
    }
    diary.note("the load has ended after " + (load == null ? 0 : load.ended()) + " turns");
    var limits =
        new Limits(
            stretched(Limits.DEFAULT.ready()),
            stretched(Limits.DEFAULT.ends()),
            Limits.DEFAULT.pause());
    Evidence evidence =
        new Gatherer(Installation.of(deployment()), limits)
            .ignoring(planted)
            .since(requireNonNull(beginning))
            .gather(List.copyOf(users));
    var judged =
        new Recovery(
            ready.healed(), ready.ready(), ready.readyLimit(), stretched(Recovery.END_LIMIT));
    recovery = RecoveryTime.seconds(evidence, judged);
    diary.note("gathered " + evidence.logs().history().size() + " decisions");
    Resources resources = requireNonNull(bed).resources();
    return resources == null ? evidence.with(judged) : evidence.with(judged).with(resources);
  }

  void requireVerified() {
    if (!verified) {
      throw new AssertionError("Expected row " + row.number() + " to judge its run");
    }
  }

  @Nullable Double recovery() {
    return recovery;
  }

  String note() {
    Stream<String> slow =
        settings.slowness() > 1
            ? Stream.of("busy machine, limits × " + Math.round(settings.slowness() * 10) / 10.0)
            : Stream.of();
    return String.join("; ", Stream.concat(notes.stream(), slow).toList());
  }

  @Nullable Path logs() {
    return bed == null ? null : bed.folder().resolve("logs");
  }

  /** Where a run has failed. */
  void close() {
    if (load != null) {
      load.stop();
    }
  }
}
