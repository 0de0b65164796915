package io.rendezvous.calendar;

/**
 * What a provider does itself; what it lacks is done here or left.
 *
 * @param invitations whether it tells attendees
 * @param availability whether it knows when other people are busy
 * @param changes whether it tells what changed since a token
 */
public record Capabilities(boolean invitations, boolean availability, boolean changes) {}
