package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import dev.lifeline.rescue.ChannelId;
import java.time.Instant;

/** What a policy looks at: the device, the channel and the time of the request, and who asks. */
public record PolicyInput(Device device, ChannelId channel, Instant requestedAt, SlackUserId requester) {}
