package io.rendezvous.systemtest.check.gather;

import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.client.Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whether broker, tables and gateways answer at all. */
record Readiness(Admin admin, DynamoDbClient tables, Collection<Recorder> clients) {

  List<String> missing() throws ExecutionException, InterruptedException {
    var missing = new ArrayList<String>();
    if (admin.describeCluster().nodes().get().isEmpty()) {
      missing.add("a broker");
    }
    var _ = tables.listTables();
    for (String gateway :
        clients.stream().map(Recorder::client).map(Client::baseUrl).distinct().toList()) {
      try {
        int status = new Client(gateway, "").get("/healthz").status();
        if (status != 200) {
          missing.add("gateway " + gateway + ", which answers " + status);
        }
      } catch (IOException e) {
        missing.add("gateway " + gateway + ": " + e);
      }
    }
    return missing;
  }
}
