package dev.lifeline.approval;

import dev.lifeline.device.Device;
import dev.lifeline.rescue.ChannelId;
import java.time.Instant;

/** What is wished for, as far as a policy looks at it: which device, from where, and when? */
public record PolicyInput(Device device, ChannelId channel, Instant requestedAt) {}
