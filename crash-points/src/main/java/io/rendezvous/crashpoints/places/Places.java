package io.rendezvous.crashpoints.places;

import static io.rendezvous.crashpoints.places.Place.Moment.ENTRY;
import static io.rendezvous.crashpoints.places.Place.Moment.RETURN;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_void;

import io.rendezvous.crashpoints.places.Place.Moment;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All places, and the names that tests call them by. */
final class Places {
  private static final ClassDesc HOOK = ClassDesc.of("io.rendezvous.crashpoints.hook.CrashHook");
  private static final String KAFKA = "org.apache.kafka.clients.";
  private static final String PRODUCER = KAFKA + "producer.KafkaProducer";
  private static final String INTERCEPTORS = KAFKA + "producer.internals.ProducerInterceptors";
  private static final String CONSUMER = KAFKA + "consumer.KafkaConsumer";
  private static final String TABLES =
      "software.amazon.awssdk.services.dynamodb.DefaultDynamoDbClient";
  private static final List<String> WRITES =
      List.of("putItem", "updateItem", "deleteItem", "transactWriteItems", "batchWriteItem");

  static final List<Place> ALL = Stream.concat(kafka(), dynamoDb()).toList();

  private Places() {}

  private static Stream<Place> kafka() {
    return Stream.of(
        new Place(PRODUCER, "doSend", ENTRY, Places::beforeSend),
        // Interceptors hear of a record before its sender does, even where there are none.
        new Place(INTERCEPTORS, "onAcknowledgement", ENTRY, Places::acknowledged),
        transaction("sendOffsetsToTransaction", ENTRY, "kafka.before-transaction-offsets"),
        transaction("sendOffsetsToTransaction", RETURN, "kafka.after-transaction-offsets"),
        transaction("commitTransaction", ENTRY, "kafka.before-transaction-commit"),
        transaction("commitTransaction", RETURN, "kafka.after-transaction-commit"),
        transaction("commitTransaction", RETURN, "transactionEnded", ""),
        transaction("abortTransaction", ENTRY, "transactionEnded", ""),
        new Place(CONSUMER, "commitSync", ENTRY, reached("kafka.before-offset-commit", "sync")),
        new Place(CONSUMER, "commitAsync", ENTRY, reached("kafka.before-offset-commit", "async")));
  }

  private static Stream<Place> dynamoDb() {
    return WRITES.stream()
        .flatMap(
            operation ->
                Stream.of(
                    new Place(TABLES, operation, ENTRY, reached("dynamodb.before", operation)),
                    new Place(TABLES, operation, RETURN, reached("dynamodb.after", operation))));
  }

  private static void beforeSend(CodeBuilder code) {
    code.aload(0)
        .aload(1)
        .invokevirtual(
            ClassDesc.of(KAFKA + "producer.ProducerRecord"), "topic", MethodTypeDesc.of(CD_String))
        .invokestatic(HOOK, "beforeSend", MethodTypeDesc.of(CD_void, CD_Object, CD_String));
  }

  private static void acknowledged(CodeBuilder code) {
    code.aload(1)
        .invokevirtual(
            ClassDesc.of(KAFKA + "producer.RecordMetadata"), "topic", MethodTypeDesc.of(CD_String))
        .aload(2)
        .invokestatic(HOOK, "acknowledged", MethodTypeDesc.of(CD_void, CD_String, CD_Object));
  }

  private static Place transaction(String method, Moment moment, String point) {
    return transaction(method, moment, "inTransaction", point);
  }

  private static Place transaction(String method, Moment moment, String hook, String point) {
    return new Place(
        PRODUCER,
        method,
        moment,
        code ->
            code.ldc(point)
                .aload(0)
                .invokestatic(HOOK, hook, MethodTypeDesc.of(CD_void, CD_String, CD_Object)));
  }

  private static Consumer<CodeBuilder> reached(String point, String subject) {
    return code ->
        code.ldc(point)
            .ldc(subject)
            .invokestatic(HOOK, "reached", MethodTypeDesc.of(CD_void, CD_String, CD_String));
  }
}
