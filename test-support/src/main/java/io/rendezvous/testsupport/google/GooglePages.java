package io.rendezvous.testsupport.google;

import io.rendezvous.common.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cuts a listing into pages; the token for changes is on the last one only. */
final class GooglePages {
  private static final int DEFAULT = 250;

  private GooglePages() {}

  static ObjectNode of(GoogleRequest request, List<ObjectNode> all, @Nullable String syncToken) {
    String token = request.query().getOrDefault("pageToken", "p0");
    if (!token.matches("p\\d+")) {
      throw GoogleError.invalid();
    }
    int size =
        request.query().containsKey("maxResults")
            ? Integer.parseInt(request.query().get("maxResults"))
            : DEFAULT;
    int from = Math.min(all.size(), Integer.parseInt(token.substring(1)));
    int to = Math.min(all.size(), from + size);
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.put("kind", "calendar#events").put("timeZone", GoogleTimes.CALENDAR.getId());
    ArrayNode items = answer.putArray("items");
    all.subList(from, to).forEach(items::add);
    if (to < all.size()) {
      answer.put("nextPageToken", "p" + to);
    } else if (syncToken != null) {
      answer.put("nextSyncToken", syncToken);
    }
    return answer;
  }
}
