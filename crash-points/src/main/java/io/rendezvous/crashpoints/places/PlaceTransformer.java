package io.rendezvous.crashpoints.places;

import static java.util.stream.Collectors.groupingBy;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the calls into the few classes that have a place, as they are loaded. */
public final class PlaceTransformer implements ClassFileTransformer {
  private static final Map<String, List<Place>> PLACES =
      Places.ALL.stream().collect(groupingBy(Place::internalOwner));

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    List<Place> places = className == null ? null : PLACES.get(className);
    if (places == null) {
      return null;
    }
    try {
      return withCalls(bytes, places, loader);
    } catch (RuntimeException | Error e) {
      // The virtual machine would say nothing, and the test would wait for a crash in vain.
      System.err.println("Expected to put crash points into " + className + ", but " + e);
      throw e;
    }
  }

  static byte[] withCalls(byte[] bytes, List<Place> places, @Nullable ClassLoader loader) {
    var classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy(loader)));
    var wholeClass = classFile.parse(bytes);
    ClassTransform all = ClassTransform.ACCEPT_ALL;
    for (Place place : places) {
      if (wholeClass.methods().stream().noneMatch(place::isIn)) {
        throw new IllegalStateException("it has no method " + place.method());
      }
      all =
          all.andThen(
              ClassTransform.transformingMethodBodies(place::isIn, new CallInsertion(place)));
    }
    return classFile.transformClass(wholeClass, all);
  }

  /** Reads class files, and loads no class: loading one here would come too early for others. */
  private static ClassHierarchyResolver hierarchy(@Nullable ClassLoader loader) {
    var system = ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader());
    return loader == null
        ? system
        : ClassHierarchyResolver.ofResourceParsing(loader).orElse(system).cached();
  }
}
