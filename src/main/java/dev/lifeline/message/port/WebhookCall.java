package dev.lifeline.message.port;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A call of a webhook of the policy, which wakes people outside Slack.
 *
 * @param id the same for each attempt, so that a receiver can tell a repeated call
 * @param fields what is told, by name: ids and names of the device, no secret and no text of a person
 * @param giveUpAt from when on it is of no use
 */
public record WebhookCall(URI url, String id, Map<String, String> fields, Instant giveUpAt) {
    public WebhookCall {
        fields = Map.copyOf(fields);
    }
}
