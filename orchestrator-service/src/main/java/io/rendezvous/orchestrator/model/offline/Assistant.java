package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult.ChangedMeanwhile;
import io.rendezvous.common.calendar.CalendarResult.Failed;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/** Decides the next step of a turn from the messages alone. */
final class Assistant {
  private Assistant() {}

  static Step next(ModelRequest asked) {
    LocalDateTime now = LocalDateTime.ofInstant(asked.askedAt(), asked.preferences().timeZone());
    List<Exchange> exchanges = Exchange.of(asked.messages());
    List<Exchange> past = exchanges.subList(0, exchanges.size() - 1);
    Request request = new Ear(now, asked.preferences()).hear(exchanges);
    var scene =
        new Scene(
            request,
            now,
            asked.preferences(),
            past,
            exchanges.getLast().results().stream().map(Outcomes::of).toList());
    return switch (offered(next(scene), scene, asked)) {
      case Say(var text) -> new Say(withNews(text, scene));
      case Call call -> call;
    };
  }

  private static Step next(Scene scene) {
    Phrasing phrasing = scene.phrasing();
    if (scene.latest().orElse(null) instanceof Failed(var reason, _)) {
      return new Say(phrasing.failed(failure(reason)));
    }
    if (scene.latest().orElse(null) instanceof ChangedMeanwhile(var seen, var now, _)) {
      return new Say(
          now == null
              ? phrasing.goneMeanwhile(seen.title())
              : phrasing.changedMeanwhile(seen.title(), scene.when(now)));
    }
    return switch (scene.request().heard().intent()) {
      case SCHEDULE -> Scheduling.next(scene);
      case LIST -> Listing.next(scene);
      case LOCATE -> Listing.locate(scene);
      case MOVE -> Moving.next(scene);
      case CANCEL -> Cancelling.next(scene);
      case UNDO -> Undoing.next(scene);
      case ACCEPT -> Answering.next(scene, Response.ACCEPTED);
      case DECLINE -> Answering.next(scene, Response.DECLINED);
      case TENTATIVE -> Answering.next(scene, Response.TENTATIVE);
      case CALENDARS -> CalendarListing.next(scene);
      case FIND_TIME -> FindingTime.next(scene);
      case DROP -> new Say(phrasing.dropped());
      case HELP -> new Say(phrasing.help());
      case THANKS -> new Say(phrasing.thanks());
      case GREETING -> new Say(phrasing.greeting());
      case UNKNOWN -> new Say(phrasing.unknown());
    };
  }

  /** A tool that the request does not offer is not called. */
  private static Step offered(Step step, Scene scene, ModelRequest asked) {
    boolean missing =
        step instanceof Call(var tool, _)
            && asked.tools().stream().noneMatch(offered -> offered.name().equals(tool));
    return missing ? new Say(scene.phrasing().failed(ToolFailure.UNKNOWN_TOOL)) : step;
  }

  private static String withNews(String text, Scene scene) {
    Stream<String> news =
        new LateEffects(scene.past(), scene.preferences())
            .untold(scene.request().language()).stream();
    return String.join("\n", Stream.concat(news, Stream.of(text)).toList());
  }

  /** Reasons that this version does not know are faults like any other. */
  private static ToolFailure failure(String reason) {
    return Stream.of(ToolFailure.values())
        .filter(failure -> failure.name().equals(reason))
        .findFirst()
        .orElse(ToolFailure.INTERNAL);
  }
}
