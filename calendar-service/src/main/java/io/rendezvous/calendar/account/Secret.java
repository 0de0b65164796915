package io.rendezvous.calendar.account;

/** What opens an account, as its provider's part of the code writes it; never printed. */
public record Secret(String text) {
  @Override
  public String toString() {
    return "Secret[not shown]";
  }
}
