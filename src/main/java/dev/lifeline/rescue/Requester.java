package dev.lifeline.rescue;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;

/**
 * Who asked?
 *
 * @param username of their cloud user, as it was then
 */
public record Requester(SlackUserId person, CloudUserId user, String username) {}
