package io.rendezvous.calendar.account;

import software.amazon.awssdk.core.SdkBytes;

/**
 * A secret as it may be kept.
 *
 * @param key the id of the key that sealed it
 */
public record SealedSecret(SdkBytes bytes, int key) {}
