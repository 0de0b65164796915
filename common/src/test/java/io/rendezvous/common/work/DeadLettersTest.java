package io.rendezvous.common.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.work.DeadLetters.Origin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private final RecordHeaders headers = new RecordHeaders();

  @Test
  void keeps_the_record_and_says_where_it_was_and_why() {
    headers.add("ce_type", "prompt.submit".getBytes(UTF_8));
    var letter = letter("key", new byte[] {1});
    assertThat(letter.topic()).isEqualTo("prompts-dlt");
    assertThat(letter.key()).isEqualTo("key");
    assertThat(letter.value()).containsExactly(1);
    assertThat(header(letter, "ce_type")).isEqualTo("prompt.submit");
    assertThat(header(letter, DeadLetters.REASON)).isEqualTo("why");
    assertThat(header(letter, DeadLetters.GROUP)).isEqualTo("group");
    assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo("prompts");
    assertThat(header(letter, DeadLetters.PARTITION)).isEqualTo("3");
    assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("77");
    assertThat(letter.headers().lastHeader(DeadLetters.CUT)).isNull();
    assertThat(headers.toArray()).hasSize(1);
  }

  @Test
  void keeps_whole_what_is_as_large_as_its_topic_takes() {
    var letter = letter(null, new byte[Topics.PROMPTS.maxRecordBytes()]);
    assertThat(letter.value()).hasSize(Topics.PROMPTS.maxRecordBytes());
    assertThat(letter.headers().lastHeader(DeadLetters.CUT)).isNull();
  }

  @Test
  void cuts_what_the_dead_letter_topic_would_not_take() {
    headers.add("huge", new byte[4 * 1024 * 1024]);
    var letter = letter("k".repeat(1024 * 1024), new byte[4 * 1024 * 1024]);
    int size = letter.key().length() + letter.value().length;
    for (Header header : letter.headers()) {
      size += header.key().length() + header.value().length;
    }
    assertThat(size).isLessThan(Topics.PROMPTS.deadLetters().maxRecordBytes());
    assertThat(header(letter, DeadLetters.CUT)).isEqualTo("true");
    assertThat(header(letter, DeadLetters.REASON)).isEqualTo("why");
  }

  @Test
  void a_letter_about_a_letter_has_its_own_reason() {
    headers.add(DeadLetters.REASON, "before".getBytes(UTF_8));
    assertThat(letter(null, null).headers().headers(DeadLetters.REASON)).hasSize(1);
  }

  private ProducerRecord<String, byte[]> letter(String key, byte[] value) {
    return DeadLetters.letter(
        Topics.PROMPTS, "group", new Origin(3, 77), key, value, headers, "why");
  }

  private static String header(ProducerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
