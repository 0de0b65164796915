package io.rendezvous.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void is_held_by_one_run_at_a_time() throws Exception {
    try (var _ = DataFolder.take(folder)) {
      assertThatThrownBy(() -> DataFolder.take(folder))
          .isInstanceOf(RunFailure.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    DataFolder.take(folder).close();
  }

  @Test
  void tells_where_it_cannot_be_written() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DataFolder.take(file.resolve("data")))
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("file/data");
  }

  @Test
  void makes_keys_once_that_their_owner_alone_may_read() throws Exception {
    try (var data = DataFolder.take(folder)) {
      Map<String, String> keys = Secrets.of(data).properties();
      assertThat(keys).hasSize(5);
      assertThat(keys.values())
          .doesNotHaveDuplicates()
          .allSatisfy(key -> assertThat(Base64.getDecoder().decode(key)).hasSize(32));
      assertThat(Files.getPosixFilePermissions(data.secrets().resolve("master-key")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Secrets.of(data).properties()).isEqualTo(keys);
    }
  }

  @Test
  void makes_the_account_key_also_for_data_that_are_older_than_it() throws Exception {
    try (var data = DataFolder.take(folder)) {
      Map<String, String> keys = Secrets.of(data).properties();
      Files.createDirectories(data.kafka());
      Files.delete(data.secrets().resolve("account-key"));
      assertThat(Secrets.of(data).properties()).hasSize(5).isNotEqualTo(keys);
    }
  }

  @Test
  void makes_no_new_key_for_old_data() throws Exception {
    try (var data = DataFolder.take(folder)) {
      Secrets.of(data);
      Files.createDirectories(data.kafka());
      Files.delete(data.secrets().resolve("master-key"));
      assertThatThrownBy(() -> Secrets.of(data))
          .isInstanceOf(RunFailure.class)
          .hasMessageContaining("master-key is missing");
    }
  }
}
