package io.rendezvous.gateway;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Request;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.command.Request.CreateConversation;
import io.rendezvous.common.command.Request.DecideApproval;
import io.rendezvous.common.command.Request.SubmitAction;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.event.ApprovalRefusal;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.testsupport.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Stands in for the orchestrator: accepts prompts, unless their text begins with {@code /busy},
 * {@code /full} or {@code /silent}, and takes verdicts; what follows, the test decides.
 */
final class Decider {
  private static final Decider SHARED = new Decider();

  private final Producer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of(
              "bootstrap.servers",
              TestKafka.bootstrapServers(),
              "acks",
              "all",
              "linger.ms",
              0,
              "max.request.size",
              Topics.MAX_RECORD_BYTES),
          new StringSerializer(),
          new ByteArraySerializer());
  private final Publisher publisher =
      new Publisher(producer, new Codec("test"), InstantSource.system());
  private final List<Request> received = new CopyOnWriteArrayList<>();
  private final Map<ConversationId, Long> sequences = new ConcurrentHashMap<>();
  private final Map<ConversationId, List<Entry>> logs = new ConcurrentHashMap<>();
  private final Map<TurnId, String> digests = new ConcurrentHashMap<>();
  private final Map<UserId, Function<Event.ToolAsked, Event>> tools = new ConcurrentHashMap<>();

  private Decider() {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(Topics.PROMPTS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Thread.ofPlatform()
        .daemon()
        .name("test-decider")
        .start(
            () -> {
              while (true) {
                consumer
                    .poll(Duration.ofMillis(100))
                    .forEach(
                        record -> {
                          try {
                            take(
                                (Request)
                                    Codec.decode(record.headers(), record.value(), Command.class));
                          } catch (UnreadableRecord e) {
                            throw new IllegalStateException(e);
                          }
                        });
              }
            });
  }

  static Decider shared() {
    return SHARED;
  }

  /** What gateways have published for this user. */
  List<Request> received(UserId user) {
    return received.stream().filter(request -> request.user().equals(user)).toList();
  }

  private synchronized void take(Request request) {
    received.add(request);
    switch (request) {
      case CreateConversation create ->
          decide(
              request.user(),
              request,
              new Event.ConversationCreated(
                  create.conversation(), create.title(), create.systemPrompt(), create.metadata()));
      case CancelTurn cancel ->
          decide(
              request.user(), request, new Event.TurnEnded(cancel.turn(), TurnEndReason.CANCELLED));
      case SubmitPrompt submit -> take(submit);
      case SubmitAction submit -> take(submit);
      case DecideApproval decide -> take(decide);
    }
  }

  /** What tools make of this user's own actions, in the order of asking; she is told at once. */
  void whenActing(UserId user, Function<Event.ToolAsked, Event> tool) {
    tools.put(user, tool);
  }

  private void take(SubmitAction submit) {
    String known = digests.putIfAbsent(submit.turn(), submit.bodyDigest());
    if (submit.bodyDigest().equals(known)) {
      return;
    }
    if (known != null) {
      decide(
          submit.user(),
          submit,
          new Event.PromptRefused(submit.turn(), submit.bodyDigest(), RefusalReason.KEY_REUSED));
      return;
    }
    var events = new ArrayList<Event>();
    if (last(submit.conversation()) == 0) {
      events.add(new Event.ConversationCreated(submit.conversation(), null, null, Map.of()));
    }
    var asked =
        new Event.ToolAsked(
            CallId.of(submit.turn(), 1, 0),
            AskId.of(submit.turn(), 1, "digest"),
            submit.name(),
            submit.arguments());
    events.add(
        new Event.ActionAccepted(
            submit.turn(),
            submit.name(),
            submit.arguments(),
            submit.bodyDigest(),
            submit.preferences()));
    events.add(new Event.TurnStarted(submit.turn(), Instant.now().plusSeconds(60)));
    events.add(asked);
    decide(submit.user(), submit, events.toArray(Event[]::new));
    var tool = tools.get(submit.user());
    if (tool != null) {
      Event outcome = tool.apply(asked);
      boolean done = outcome instanceof Event.ToolSucceeded;
      decide(
          submit.user(),
          submit,
          outcome,
          new Event.TurnEnded(
              submit.turn(), done ? TurnEndReason.ANSWERED : TurnEndReason.ACTION_FAILED));
    }
  }

  private void take(DecideApproval verdict) {
    Event decided = new Event.ApprovalRefused(verdict.approval(), ApprovalRefusal.UNKNOWN, null);
    for (Entry entry : log(verdict.conversation())) {
      decided =
          switch (entry.event()) {
            case Event.ApprovalRequested(var of, var call, _, _, _, var expires)
                when of.equals(verdict.approval()) ->
                Instant.now().isAfter(expires)
                    ? new Event.ApprovalRefused(of, ApprovalRefusal.EXPIRED, null)
                    : new Event.ApprovalDecided(of, call, verdict.verdict());
            case Event.ApprovalDecided(var of, _, var said) when of.equals(verdict.approval()) ->
                new Event.ApprovalRefused(of, ApprovalRefusal.ALREADY_DECIDED, said);
            case Event.ApprovalWithdrawn(var of, _, _) when of.equals(verdict.approval()) ->
                new Event.ApprovalRefused(of, ApprovalRefusal.WITHDRAWN, null);
            default -> decided;
          };
    }
    decide(verdict.user(), verdict, decided);
  }

  private void take(SubmitPrompt submit) {
    String text = Gateway.vault().open(submit.user(), submit.text());
    String known = digests.get(submit.turn());
    if (text.startsWith("/silent") || submit.bodyDigest().equals(known)) {
      return;
    }
    if (known != null) {
      refuse(submit, RefusalReason.KEY_REUSED);
    } else if (text.startsWith("/busy")) {
      refuse(submit, RefusalReason.BUSY);
    } else if (text.startsWith("/full")) {
      refuse(submit, RefusalReason.QUEUE_FULL);
    } else {
      digests.put(submit.turn(), submit.bodyDigest());
      var events = new ArrayList<Event>();
      if (last(submit.conversation()) == 0) {
        events.add(new Event.ConversationCreated(submit.conversation(), null, null, Map.of()));
      }
      events.add(
          new Event.PromptAccepted(
              submit.turn(),
              submit.text(),
              submit.audioUrl(),
              submit.bodyDigest(),
              submit.policy(),
              submit.preferences()));
      decide(submit.user(), submit, events.toArray(Event[]::new));
    }
  }

  private void refuse(SubmitPrompt submit, RefusalReason reason) {
    decide(
        submit.user(), submit, new Event.PromptRefused(submit.turn(), submit.bodyDigest(), reason));
  }

  long last(ConversationId conversation) {
    return sequences.getOrDefault(conversation, 0L);
  }

  /** Every event of a conversation, as decided here. */
  List<Entry> log(ConversationId conversation) {
    return List.copyOf(logs.getOrDefault(conversation, List.of()));
  }

  /** Lets the next event have a later number. */
  void skipTo(ConversationId conversation, long last) {
    sequences.put(conversation, last);
  }

  /** Writes a decision; returns the number of its last event. */
  long decide(UserId user, TurnId turn, Event... events) {
    return decide(user, new CancelTurn(user, turn), events);
  }

  private synchronized long decide(UserId user, Request cause, Event... events) {
    var conversation = cause.conversation();
    var numbered = new ArrayList<NumberedEvent>();
    Instant at = Instant.now();
    for (Event event : events) {
      long sequence = sequences.merge(conversation, 1L, Long::sum);
      numbered.add(new NumberedEvent(sequence, event));
      logs.computeIfAbsent(conversation, _ -> new CopyOnWriteArrayList<>())
          .add(new Entry(sequence, at, event));
    }
    publish(
        Topics.HISTORY.name(),
        conversation.value(),
        new Decision(user, conversation, at, cause, numbered));
    return last(conversation);
  }

  void delta(UserId user, TurnId turn, long ask, String attempt, int offset, String text) {
    publish(
        Topics.REPLY_DELTAS.name(),
        turn.conversation().value(),
        new ReplyDelta(
            user,
            turn,
            AskId.of(turn, 1, "digest"),
            ask,
            attempt,
            offset,
            Gateway.vault().seal(user, text)));
  }

  void publish(String topic, String key, Object message) {
    var declared =
        Topics.ALL.stream().filter(one -> one.name().equals(topic)).findFirst().orElseThrow();
    publisher.publish(declared, key, message, null).join();
  }

  void raw(String topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, key, value));
    producer.flush();
  }
}
