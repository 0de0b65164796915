package io.rendezvous.common.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to come, known by an address, a name or both.
 *
 * @param optional whether it may take place without
 * @param response what was answered; null where nothing was
 */
public record Attendee(
    @Nullable String email,
    @Nullable String name,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean optional,
    @Nullable Response response) {
  @JsonCreator
  public Attendee {
    if (email == null && name == null) {
      throw new IllegalArgumentException(
          "Expected an attendee with an address or a name, but found neither");
    }
  }

  /** Somebody who must come and has not answered. */
  public Attendee(@Nullable String email, @Nullable String name) {
    this(email, name, false, null);
  }

  /** Who it is: the address in lower case, else the name. */
  @JsonIgnore
  public String person() {
    return email == null ? Objects.requireNonNull(name) : email.toLowerCase(Locale.ROOT);
  }

  /** The same, having answered this. */
  public Attendee answering(@Nullable Response answer) {
    return new Attendee(email, name, optional, answer);
  }
}
