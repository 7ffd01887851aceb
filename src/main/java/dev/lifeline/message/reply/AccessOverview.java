package dev.lifeline.message.reply;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import java.util.List;
import java.util.Optional;

/**
 * What a user has and lacks, for the reply to {@code /rescue access}.
 *
 * @param device the device that was asked about, where one was
 * @param pendingChanges the changes that the reader could make
 * @param denialReasons why the other changes are not offered
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
