package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The fake Slack that a {@link SimulatedUser} acts in. */
interface SlackSide {

    /** Performs an action. */
    JsonNode act(Map<String, Object> action);

    /** What a user sees in a channel. */
    JsonNode visibleTo(String person, String channel);

    /** Restarts the bot, where it is restarted before each action. */
    void restartIfConfigured();
}
