package io.rendezvous.orchestrator.model;

/** Leave to ask models for one answer. */
interface Permit {
  /** For users without a budget. */
  Permit FREE = _ -> {};

  /**
   * To be taken just before a model is asked; is not given back.
   *
   * @throws ModelException if it is used up
   */
  void take(ServingModel model) throws ModelException;
}
