package io.rendezvous.crashpoints.places;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.util.function.Consumer;

/**
 * Where a call of ours goes into a class of others.
 *
 * @param owner the class, with dots
 * @param method every method of that name is meant
 * @param moment on entry, or just before it returns; a method that throws does not return
 * @param call writes the call
 */
record Place(String owner, String method, Moment moment, Consumer<CodeBuilder> call) {

  enum Moment {
    ENTRY,
    RETURN
  }

  /** As the virtual machine names it, with slashes. */
  String internalOwner() {
    return owner.replace('.', '/');
  }

  boolean isIn(MethodModel candidate) {
    return candidate.methodName().equalsString(method) && candidate.code().isPresent();
  }
}
