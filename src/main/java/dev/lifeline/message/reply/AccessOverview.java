package dev.lifeline.message.reply;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import java.util.List;
import java.util.Optional;

/**
 * What does somebody read who asks what a person has and lacks?
 *
 * @param device the one that was asked for
 * @param pendingChanges what the reader may change
 * @param denialReasons why the rest is not offered
 */
public record AccessOverview(
        SlackUserId slackUser,
        CloudUser cloudUser,
        Optional<Device> device,
        List<PendingAccessChange> pendingChanges,
        List<DenialReason> denialReasons) {
    public AccessOverview {
        pendingChanges = List.copyOf(pendingChanges);
        denialReasons = List.copyOf(denialReasons);
    }
}
