package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtRestTest {
  private final Client user = Stack.newUser();

  @Test
  void what_people_write_is_nowhere_on_disk() throws Exception {
    Turn turn =
        user.say("Planifie un rendez-vous secretissime avec zorglub@example.com demain à 11h");
    assertThat(turn.status()).isEqualTo("completed");
    user.get("/api/v1/conversations/" + turn.conversation() + "/messages");
    assertThat(user.calendar()).hasSize(1);

    assertThat(filesWith("kafka", "secretissime", "zorglub")).isEmpty();
    assertThat(filesWith("dynamodb", "secretissime", "zorglub")).isEmpty();
    assertThat(filesWith("streams", "secretissime", "zorglub")).isEmpty();
    // The search would find it: what is not personal is there in plain.
    assertThat(filesWith("kafka", turn.conversation())).isNotEmpty();
  }

  private static List<Path> filesWith(String folder, String... texts) throws IOException {
    return Disk.filesWith(Stack.data().resolve(folder), texts);
  }
}
