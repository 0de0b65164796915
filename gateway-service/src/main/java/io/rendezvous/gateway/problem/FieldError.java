package io.rendezvous.gateway.problem;

/** What is wrong with one field or header. */
public record FieldError(String field, String message) {}
