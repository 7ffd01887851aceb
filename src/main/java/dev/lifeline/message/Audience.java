package dev.lifeline.message;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Place;
import java.util.Optional;

/**
 * Who alone reads an answer?
 *
 * @param place where they asked
 * @param replyAddress where the platform takes answers to what they just did, even where the bot is no member; good for a short
 *     while only
 */
public record Audience(SlackUserId person, Place place, Optional<String> replyAddress) {}
