package io.rendezvous.systemtest.fault;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** One run of one row: gives it its scene, and keeps what came of it. */
final class FaultRun implements ParameterResolver, InvocationInterceptor {
  private final FaultRow row;
  private final long seed;
  private final Beds beds;
  private final Scene scene;

  FaultRun(Scene scene, Beds beds) {
    this.row = scene.row();
    this.seed = scene.seed();
    this.beds = beds;
    this.scene = scene;
  }

  long seed() {
    return seed;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Scene.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return scene;
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Instant began = Instant.now();
    try {
      scene.open(beds);
      invocation.proceed();
      scene.requireVerified();
      Results.add(Result.passed(row, seed, took(began), scene));
    } catch (TestAbortedException skipped) {
      beds.throwAway();
      Results.add(Result.skipped(row, seed, took(began), skipped.getMessage()));
      throw skipped;
    } catch (Throwable failure) {
      scene.close();
      beds.throwAway();
      Results.add(Result.failed(row, seed, took(began), failure));
      throw new AssertionError(told(failure, context), failure);
    }
  }

  private static Duration took(Instant began) {
    return Duration.between(began, Instant.now());
  }

  private String told(Throwable failure, ExtensionContext context) {
    return String.join(
        "\n",
        "row " + row.number() + ", " + row.fault() + ": " + failure.getMessage(),
        "again with: -Pfaults -Dtest="
            + context.getRequiredTestClass().getSimpleName()
            + "#"
            + context.getRequiredTestMethod().getName()
            + " -Drendezvous.faults.seed="
            + seed,
        "logs: " + scene.logs(),
        "what was done:",
        scene.diary().toString());
  }
}
