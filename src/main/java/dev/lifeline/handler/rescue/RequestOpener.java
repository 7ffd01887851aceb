package dev.lifeline.handler.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Opens a request, or joins the caller to the one that is open for the device: there is one open request a device at most. */
public final class RequestOpener {

    /** How long the requester has to confirm. */
    private static final Duration CONFIRMATION_TIMEOUT = Duration.ofMinutes(10);

    private final RescueRequests requests;
    private final TransitionRecorder recorder;
    private final Replies replies;
    private final InstantSource clock;
    private final DeviceBackground background;

    public RequestOpener(
            RescueRequests requests,
            TransitionRecorder recorder,
            Replies replies,
            InstantSource clock,
            DeviceBackground background) {
        this.requests = requests;
        this.recorder = recorder;
        this.replies = replies;
        this.clock = clock;
        this.background = background;
    }

    /** Replies with the device's open request; empty where there is none, or none but this interaction's own. */
    Optional<Effects> joinExisting(Caller caller, Device device) {
        return requests.findOpen(device.id())
                .filter(open -> !open.id().equals(requestId(caller)))
                .map(open -> {
                    Effects recorded = () -> recorder.recordJoined(open, caller.actor());
                    return recorded.and(requestExists(caller, open, device));
                });
    }

    /**
     * Opens the request. Where another interaction opened one first, replies with that one.
     *
     * @param reason the requester's, at most {@value dev.lifeline.rescue.Confirmation#MAX_REASON_CHARS} characters; may be blank
     */
    Effects open(Caller caller, Inspection inspection, PolicyRequirements requirements, String reason) {
        Instant now = clock.instant();
        Plan plan = new Plan(
                inspection,
                caller.requester(),
                caller.interaction().channel(),
                caller.interaction().responseUrl(),
                now,
                requirements,
                Optional.of(reason).filter(stated -> !stated.isBlank()),
                caller.interaction().thread(),
                Optional.of(background.notices(inspection.device(), now)),
                Optional.of(background.findings(inspection)));
        RescueRequest request = RescueRequest.create(requestId(caller), plan, now.plus(CONFIRMATION_TIMEOUT))
                .withEstimate(background.bootEstimate(inspection.device()));
        return () -> {
            RescueRequest open = recorder.open(request, caller.actor());
            if (!open.id().equals(request.id()))
                requestExists(caller, open, inspection.device()).apply();
        };
    }

    private Effects requestExists(Caller caller, RescueRequest open, Device device) {
        CommandReplies texts = CommandReplies.in(caller.locale());
        return replies.reply(
                caller,
                texts.withPresentName(texts.requestExists(open), open, device),
                open.id(),
                texts.statusLinkLabel());
    }

    /** Derived from the interaction, so that handling it again opens the same request. */
    private static RequestId requestId(Caller caller) {
        return new RequestId(caller.interaction().id());
    }
}
