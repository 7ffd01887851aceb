package dev.lifeline.contract;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;

import dev.lifeline.access.AccountLink;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Values and requests that the contracts share. */
public final class Samples {

    public static final AccountLink LINK = new AccountLink(
            ASHA_REQUESTER.slackUserId(),
            ASHA_REQUESTER.cloudUserId(),
            Optional.of("asha@example.com"),
            new AccountLink.Origin(AccountLink.LinkMethod.EMAIL, ASHA_REQUESTER.slackUserId(), NOON));

    private Samples() {}

    /** A request in {@code AwaitingConfirmation}. */
    public static RescueRequest awaitingConfirmation(String id, Device device) {
        Plan plan = new Plan(
                new Inspection(device, DeviceStatus.UNKNOWN, true, false, true, true),
                ASHA_REQUESTER,
                INCIDENT_CHANNEL,
                Optional.empty(),
                NOON,
                PolicyRequirements.NONE);
        return RescueRequest.create(new RequestId(id), plan, NOON.plus(Duration.ofMinutes(5)));
    }

    /** The request after the requester's confirmation long ago: due at any time of the clock. */
    public static RescueRequest confirmed(RescueRequest request) {
        return request.confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        ApproverSet.ANY_PERMITTED_USER,
                        Instant.EPOCH)
                .applied()
                .orElseThrow()
                .next();
    }

    /** The request after the launch command was claimed. */
    public static RescueRequest launching(RescueRequest request, Instant at) {
        Baseline baseline = new Baseline(DeviceStatus.UNKNOWN, Optional.empty(), false);
        Stage stage = new Stage.Launching(RescueSystem.AS_INSTALLED, at, baseline, false, false);
        return new RescueRequest(request.id(), request.plan(), stage, request.version() + 1);
    }

    public static RescueRequest closed(RescueRequest request) {
        return request.close(
                        CloseReason.CANCELLED,
                        "it was a sample",
                        NOON,
                        new RescueEvent.Cancelled(ASHA_REQUESTER.slackUserId()))
                .next();
    }

    public static Interaction slashCommand(String id) {
        return new Interaction(
                id,
                ASHA_REQUESTER.slackUserId(),
                INCIDENT_CHANNEL,
                new Interaction.Payload.SlashCommand("web-07"),
                Optional.of("https://reply"),
                NOON);
    }

    public static Message textMessage(String text) {
        return Message.of(TextLine.ofText(text));
    }
}
