package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.CalendarFailure;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param uri what answered at last, after redirections
 * @param repeated whether the request was sent before and may have been carried out then
 */
record DavAnswer(URI uri, int status, HttpHeaders headers, String body, boolean repeated) {

  boolean isFine() {
    return status / 100 == 2;
  }

  boolean isGone() {
    return status == 404 || status == 410;
  }

  Optional<String> etag() {
    return headers.firstValue("ETag").filter(etag -> !etag.isBlank());
  }

  /** What an answer that is not fine means to who reads. */
  CalendarFailure failure() {
    if (isGone()) {
      return new CalendarFailure.NotFound();
    }
    if (status == 401 || status == 403) {
      return new CalendarFailure.Unauthorized();
    }
    return status == 429 || status >= 500
        ? new CalendarFailure.Unavailable()
        : new CalendarFailure.Invalid("The calendar server answered " + status + ".");
  }

  /** What it means to who writes: a calendar may take no changes, or not this one. */
  CalendarFailure refusal() {
    return status == 403
        ? new CalendarFailure.Invalid("The calendar server does not take this change.")
        : failure();
  }
}
