package io.rendezvous.common.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;

/** What one user's text is sealed and compared with. */
record Keys(Aead aead, PrfSet digests) {}
