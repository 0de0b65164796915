package io.rendezvous.systemtest.fault;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a row with one seed after the other. */
final class FaultRows implements TestTemplateInvocationContextProvider {
  private static final long SEEDS = 1_000_000;

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    FaultRow row = context.getRequiredTestMethod().getAnnotation(FaultRow.class);
    var settings = FaultSettings.read();
    Beds beds = Beds.ofThisProcess();
    long[] seeds = seeds(settings).toArray();
    return IntStream.range(0, seeds.length)
        .mapToObj(
            run -> {
              boolean last = run == seeds.length - 1;
              return one(row, new FaultRun(new Scene(row, seeds[run], last), beds));
            });
  }

  private static LongStream seeds(FaultSettings settings) {
    Long wanted = settings.seed();
    return wanted == null
        ? ThreadLocalRandom.current().longs(settings.times(), 1, SEEDS)
        : LongStream.of(wanted);
  }

  private static TestTemplateInvocationContext one(FaultRow row, FaultRun run) {
    return new TestTemplateInvocationContext() {
      @Override
      public String getDisplayName(int index) {
        return "row " + row.number() + ", " + row.fault() + ", seed " + run.seed();
      }

      @Override
      public List<Extension> getAdditionalExtensions() {
        return List.of(run);
      }
    };
  }
}
