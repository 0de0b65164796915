package io.rendezvous.history.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A real client whose process dies at a chosen write: that one and all later calls fail. */
final class BrokenClient {
  private final DynamoDbClient real;
  private final int lastPut;
  private final boolean lastArrives;
  private final AtomicInteger puts = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();

  /** Of the puts, {@code whole} go well; the next fails, after it was written if so told. */
  BrokenClient(DynamoDbClient real, int whole, boolean lastArrives) {
    this.real = real;
    this.lastPut = whole;
    this.lastArrives = lastArrives;
  }

  static BrokenClient never(DynamoDbClient real) {
    return new BrokenClient(real, Integer.MAX_VALUE, false);
  }

  int puts() {
    return puts.get();
  }

  /** How often it was asked for items. */
  int reads() {
    return reads.get();
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              if (method.getName().equals("getItem") || method.getName().startsWith("query")) {
                reads.incrementAndGet();
              }
              int put = method.getName().equals("putItem") ? puts.incrementAndGet() : puts.get();
              boolean dies = put > lastPut;
              if (dies && !(lastArrives && put == lastPut + 1)) {
                throw SdkClientException.create("The process has died");
              }
              try {
                Object result = method.invoke(real, arguments);
                if (dies) {
                  throw SdkClientException.create("The process has died");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
