package io.rendezvous.systemtest.crash;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The main class of a small process that does five things, one after the other, once told to. */
final class CrashChild {
  static final int THINGS = 5;

  private CrashChild() {}

  public static void main(String[] arguments) throws Exception {
    if (System.in.read() < 0) {
      throw new IllegalStateException("Expected to be told to go, but nobody is there");
    }
    switch (arguments[0]) {
      case "send" -> send(arguments[1], arguments[2], arguments[3]);
      case "transact" -> transact(arguments[1], arguments[2], arguments[3]);
      case "put" -> put(arguments[1], arguments[2]);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void send(String servers, String topic, String key) throws Exception {
    try (var producer = producer(Map.of(), servers)) {
      for (int i = 1; i <= THINGS; i++) {
        producer.send(new ProducerRecord<>(topic, key, "" + i)).get();
      }
    }
  }

  private static void transact(String servers, String topic, String key) {
    try (var producer = producer(Map.of("transactional.id", key), servers)) {
      producer.initTransactions();
      for (int i = 1; i <= THINGS; i++) {
        producer.beginTransaction();
        var _ = producer.send(new ProducerRecord<>(topic, key, "" + i));
        producer.commitTransaction();
      }
    }
  }

  /** Aborts what a halted child left open, for else nobody reads on in that partition. */
  static void endTransaction(String servers, String key) {
    try (var producer = producer(Map.of("transactional.id", key), servers)) {
      producer.initTransactions();
    }
  }

  private static void put(String endpoint, String prefix) {
    var settings = new DynamoDbSettings(URI.create(endpoint), "eu-west-3", prefix);
    try (var tables = Tables.client(settings)) {
      for (int i = 1; i <= THINGS; i++) {
        var item = Map.of("id", AttributeValue.fromS("" + i));
        tables.putItem(put -> put.tableName(settings.table("things")).item(item));
      }
    }
  }

  private static KafkaProducer<String, String> producer(Map<String, Object> more, String servers) {
    var settings = new HashMap<String, Object>(more);
    settings.put("bootstrap.servers", servers);
    settings.put("linger.ms", 0);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }
}
