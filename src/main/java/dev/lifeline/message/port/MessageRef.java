package dev.lifeline.message.port;

/**
 * A message that the bot posted. Opaque outside the Slack adapter.
 *
 * @param messageTs Slack's {@code ts}, unique within the channel
 */
public record MessageRef(String channelId, String messageTs) {}
