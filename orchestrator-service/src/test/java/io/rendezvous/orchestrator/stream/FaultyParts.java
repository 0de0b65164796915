package io.rendezvous.orchestrator.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Lets the state and the way out of a processor fail, where a test wants them to. */
public final class FaultyParts implements ProcessorWrapper {
  /** How many of the next heads of conversations cannot be written, after their messages were. */
  public static final AtomicInteger HEADS = new AtomicInteger();

  /** How many of the next model calls cannot be sent, after their decisions were. */
  public static final AtomicInteger MODEL_CALLS = new AtomicInteger();

  @Override
  public <A, B, C, D> WrappedProcessorSupplier<A, B, C, D> wrapProcessorSupplier(
      String name, ProcessorSupplier<A, B, C, D> supplier) {
    return new WrappedProcessorSupplier<>() {
      @Override
      public Processor<A, B, C, D> get() {
        return faulty(supplier.get());
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return supplier.stores();
      }
    };
  }

  @Override
  public <A, B, D> WrappedFixedKeyProcessorSupplier<A, B, D> wrapFixedKeyProcessorSupplier(
      String name, FixedKeyProcessorSupplier<A, B, D> supplier) {
    return ProcessorWrapper.asWrappedFixedKey(supplier);
  }

  private static <A, B, C, D> Processor<A, B, C, D> faulty(Processor<A, B, C, D> processor) {
    return new Processor<>() {
      @Override
      public void init(ProcessorContext<C, D> context) {
        processor.init(faulty(context));
      }

      @Override
      public void process(Record<A, B> record) {
        processor.process(record);
      }

      @Override
      public void close() {
        processor.close();
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <C, D> ProcessorContext<C, D> faulty(ProcessorContext<C, D> context) {
    return (ProcessorContext<C, D>)
        proxy(
            ProcessorContext.class,
            (method, arguments) -> {
              if (method.getName().equals("forward") && isModelCall(arguments)) {
                fail(MODEL_CALLS);
              }
              Object result = call(context, method, arguments);
              return method.getName().equals("getStateStore")
                      && "conversations".equals(arguments[0])
                  ? faultyStore(result)
                  : result;
            });
  }

  private static boolean isModelCall(Object[] arguments) {
    Predicate<Object> toModel =
        value -> value instanceof Outgoing out && out.topic().name().equals("model-calls");
    return arguments[0] instanceof Record<?, ?> record && toModel.test(record.value());
  }

  private static Object faultyStore(Object store) {
    return proxy(
        KeyValueStore.class,
        (method, arguments) -> {
          if (method.getName().equals("put")) {
            fail(HEADS);
          }
          return call(store, method, arguments);
        });
  }

  private static void fail(AtomicInteger left) {
    if (left.getAndUpdate(value -> Math.max(0, value - 1)) > 0) {
      throw new IllegalStateException("a fault that a test has planted");
    }
  }

  private interface Call {
    Object to(Method method, Object[] arguments) throws Throwable;
  }

  private static Object proxy(Class<?> kind, Call call) {
    return Proxy.newProxyInstance(
        kind.getClassLoader(),
        new Class<?>[] {kind},
        (_, method, arguments) -> call.to(method, arguments));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
