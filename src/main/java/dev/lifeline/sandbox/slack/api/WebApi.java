package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.InstalledApp;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /api/METHOD}: is this call carried out, and what is answered? Always HTTP 200, but for limits and faults. */
public final class WebApi {

    private static final int OK = 200;
    private static final String PREFIX = "/api/";

    private final Map<String, Method> methods;
    private final InstalledApp app;
    private final Rooms rooms;
    private final RateLimits limits;
    private final ApiFaults faults;
    private final CallLog log;

    WebApi(ApiParts parts, Faults faults, CallLog log) {
        this.faults = new ApiFaults(faults);
        this.methods = parts.methods(this.faults).stream().collect(Collectors.toMap(Method::name, Function.identity()));
        this.app = parts.workspace().app();
        this.rooms = parts.rooms();
        this.limits = new RateLimits(parts.workspace().clock()::now);
        this.log = log;
    }

    public Answer answer(Call call) throws InterruptedException {
        String name =
                call.path().substring(Math.min(PREFIX.length(), call.path().length()));
        try {
            return answer(name, call, Arguments.of(call));
        } catch (Refused unreadable) {
            return refuse(name, Optional.empty(), unreadable);
        }
    }

    private Answer answer(String name, Call call, Arguments arguments) throws InterruptedException {
        Optional<String> channel = rooms.named(arguments).map(Channel::id);
        Optional<Answer> fault = faults.instead(name, channel);
        if (fault.isPresent()) {
            log.note(name, channel, "fault");
            return fault.get();
        }
        try {
            Method method = Optional.ofNullable(methods.get(name))
                    .orElseThrow(() -> new Refused("unknown_method", Json.object("req_method", name)));
            new Gate(app).pass(method, call, arguments);
            return carryOut(method, arguments, channel);
        } catch (Refused refused) {
            return refuse(name, channel, refused);
        }
    }

    private Answer carryOut(Method method, Arguments arguments, Optional<String> channel)
            throws Refused, InterruptedException {
        int wait = limits.secondsToWait(method, channel);
        if (wait > 0) {
            log.note(method.name(), channel, "ratelimited");
            return ApiFaults.tooMany(wait);
        }
        ObjectNode body = Json.object("ok", true).setAll(method.deed().answer(arguments));
        log.note(method.name(), channel, "ok");
        return faults.afterwards(method.name(), channel, told(body));
    }

    private Answer refuse(String method, Optional<String> channel, Refused refused) {
        log.note(method, channel, String.valueOf(refused.getMessage()));
        return told(refused.body());
    }

    private Answer told(ObjectNode body) {
        return Answer.json(OK, body)
                .with("x-oauth-scopes", String.join(",", app.scopes()))
                .with("x-slack-req-id", UUID.randomUUID().toString().replace("-", ""));
    }
}
