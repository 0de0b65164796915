package io.rendezvous.systemtest.check.gather;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.systemtest.check.evidence.Item;
import io.rendezvous.systemtest.check.evidence.TableItems;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads tables whole. */
final class TableReader {
  private final DynamoDbClient client;
  private final DynamoDbSettings settings;

  TableReader(DynamoDbClient client, DynamoDbSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  TableItems read() {
    return new TableItems(
        items("conversations"),
        items("turns"),
        items("tool-executions"),
        items("large-events"),
        items("calendar-events"),
        items("calendar-effects").stream().filter(TableReader::isEntry).toList());
  }

  /** Marks of what is undone stand beside the entries. */
  private static boolean isEntry(Item item) {
    return !item.text("state").isEmpty();
  }

  private List<Item> items(String table) {
    return client
        .scanPaginator(scan -> scan.tableName(settings.table(table)).consistentRead(true))
        .items()
        .stream()
        .map(Item::new)
        .toList();
  }
}
