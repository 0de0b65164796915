package io.rendezvous.common.model;

/** What a model is asked for. */
public enum ModelPurpose {
  /** The next step of a turn. */
  ANSWER,
  /** What is remembered of a conversation's older part. */
  SUMMARY
}
