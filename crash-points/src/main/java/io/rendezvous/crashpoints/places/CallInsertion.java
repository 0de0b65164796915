package io.rendezvous.crashpoints.places;

import io.rendezvous.crashpoints.places.Place.Moment;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;

/** Copies a method's code, with one call more. */
record CallInsertion(Place place) implements CodeTransform {
  @Override
  public void atStart(CodeBuilder code) {
    if (place.moment() == Moment.ENTRY) {
      place.call().accept(code);
    }
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (place.moment() == Moment.RETURN && element instanceof ReturnInstruction) {
      place.call().accept(code);
    }
    code.with(element);
  }
}
