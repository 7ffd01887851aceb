package dev.lifeline.sandbox.slack.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.Workspace;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code /sandbox/faults}: plans faults, or brings those about that happen at once; lists them. DELETE forgets what was
 * planned, opens archived channels again, installs the app anew, and people are what they were; a shared channel stays shared;
 * a {@code share} of 0.2 strikes a fifth of what it touches; the bot comes back with {@code /invite}, scopes with {@code /sandbox/app}.
 */
public final class FaultDesk {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int DEFAULT_SECONDS = 5;

    private final Faults faults;
    private final Workspace workspace;
    private final Misbehaviour link;
    private final Incidents incidents;

    public FaultDesk(Faults faults, Workspace workspace, Misbehaviour link) {
        this.faults = faults;
        this.workspace = workspace;
        this.link = link;
        this.incidents = new Incidents(workspace, link);
    }

    public Answer answer(Call call) {
        return switch (call.method()) {
            case "POST" -> plan(Json.read(call.text()).orElse(Json.NULL));
            case "DELETE" -> forget();
            default -> list();
        };
    }

    private Answer list() {
        List<JsonNode> waiting = faults.planned().stream().map(FaultDesk::json).toList();
        return Answer.json(OK, Json.object("ok", true, "faults", Json.array(waiting), "known", Fault.words()));
    }

    private static JsonNode json(Planned planned) {
        return Json.object(
                "fault", planned.fault().word(),
                "times", planned.times(),
                "method", planned.reach().method(),
                "channel", planned.reach().channel(),
                "seconds", planned.details().seconds(),
                "until", planned.details().until().map(Instant::toString));
    }

    private Answer forget() {
        faults.forget();
        workspace.channels().all().forEach(channel -> workspace.channels().archive(channel.id(), false));
        workspace.app().install();
        workspace.app().belongTo(Optional.empty());
        workspace.people().restoreRanks();
        workspace.shown().changes().elsewhere();
        return Answer.json(OK, Json.object("ok", true));
    }

    private Answer plan(JsonNode wish) {
        Optional<Fault> fault = Fault.named(wish.path("fault").asText());
        if (fault.isEmpty())
            return refuse("no such fault: " + wish.path("fault").asText(), Fault.words());
        Optional<String> channel = Json.text(wish, "channel");
        Optional<Channel> found = channel.flatMap(workspace.channels()::named);
        if (channel.isPresent() && found.isEmpty()) return refuse("no such channel: " + channel.get(), channelNames());
        if (fault.get().immediate()) return happen(fault.get(), wish);
        if (fault.get() == Fault.EXPIRE_TRIGGERS) link.expireTriggers();
        if (fault.get() == Fault.EXPIRE_RESPONSE_URLS) link.expireResponseUrls();
        faults.plan(planned(fault.get(), wish, found.map(Channel::id)));
        return Answer.json(OK, Json.object("ok", true));
    }

    private Planned planned(Fault fault, JsonNode wish, Optional<String> channel) {
        Optional<Instant> until = Optional.of(wish.path("for").asDouble(0))
                .filter(seconds -> seconds > 0)
                .map(seconds -> workspace.clock().now().plus(Duration.ofMillis((long) (seconds * 1_000))));
        Planned.Reach reach = new Planned.Reach(Json.text(wish, "method"), channel);
        Planned.Details details = new Planned.Details(
                wish.path("seconds").asInt(DEFAULT_SECONDS),
                wish.path("error").asText("internal_error"),
                until,
                wish.path("share").asDouble(1));
        return new Planned(fault, reach, details, wish.path("times").asInt(1));
    }

    private Answer happen(Fault fault, JsonNode wish) {
        try {
            incidents.happen(fault, wish);
            return Answer.json(OK, Json.object("ok", true));
        } catch (Undoable undoable) {
            return refuse(undoable.sentence(), undoable.choices());
        }
    }

    private List<String> channelNames() {
        return workspace.channels().all().stream().map(Channel::name).toList();
    }

    private static Answer refuse(String error, List<String> choices) {
        return Answer.json(BAD_REQUEST, Json.object("ok", false, "error", error, "choices", choices));
    }
}
