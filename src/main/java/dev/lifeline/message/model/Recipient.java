package dev.lifeline.message.model;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ChannelId;
import java.util.Optional;

/**
 * Who alone reads an answer?
 *
 * @param channel where they asked
 * @param responseUrl where the platform takes answers to what they just did, even where the bot is no member; good for a short
 *     while only
 */
public record Recipient(SlackUserId user, ChannelId channel, Optional<String> responseUrl) {}
