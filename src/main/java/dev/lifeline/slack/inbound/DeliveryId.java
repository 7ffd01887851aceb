package dev.lifeline.slack.inbound;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * Ids of deliveries: equal for copies of one delivery and different for any other, 32 hexadecimal digits whatever Slack's own ids look
 * like.
 */
final class DeliveryId {

    private static final int ID_CHARS = 32;

    private DeliveryId() {}

    /**
     * The id of a delivery.
     *
     * @param slackId what Slack gave to this delivery only
     * @throws IllegalArgumentException when it is blank: another delivery would be taken for a copy and never processed
     */
    static String of(String kind, String slackId, String... parts) {
        if (slackId.isBlank()) throw new IllegalArgumentException("no id for this " + kind);
        return DigestUtils.sha256Hex(kind + "\n" + slackId + "\n" + String.join("\n", parts))
                .substring(0, ID_CHARS);
    }
}
