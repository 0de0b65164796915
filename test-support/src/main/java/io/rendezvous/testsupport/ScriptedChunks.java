package io.rendezvous.testsupport;

import io.rendezvous.common.wire.Json;
import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import java.util.Map;

/** Writes what one answer says as the events of a wire; each method returns what to send. */
interface ScriptedChunks {
  /** Of a call that cannot be read. */
  String BROKEN_ARGUMENTS = "{\"from\": tomorrow";

  String MODEL = "scripted-model";

  /** Tokens that every answer took: so many in, of which so many cached, and out. */
  int INPUT = 11;

  int CACHED = 3;
  int OUTPUT = 7;

  String text(String piece);

  String callStart(int index, String name);

  String callPiece(int index, String arguments);

  /** The end with its reason, the usage and whatever marks the stream's end. */
  String end(Ending ending);

  /** The body of a refusal, or of an error amid a stream. */
  String error(String message);

  static String event(String data) {
    return "data: " + data + "\n\n";
  }

  static String json(Map<String, ?> object) {
    return Json.MAPPER.writeValueAsString(object);
  }
}
