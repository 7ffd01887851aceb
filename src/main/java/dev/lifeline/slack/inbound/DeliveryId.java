package dev.lifeline.slack.inbound;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * What names a delivery? The same for each copy of it, and of no other; fit for a database, whatever Slack's own ids look like.
 */
final class DeliveryId {

    private static final int ID_CHARS = 32;

    private DeliveryId() {}

    /**
     * The name of one delivery.
     *
     * @param own what Slack gave to this one only
     * @throws IllegalArgumentException without that: another one would be taken for a copy, and never answered
     */
    static String of(String kind, String own, String... what) {
        if (own.isBlank()) throw new IllegalArgumentException("nothing tells this " + kind + " from another");
        return DigestUtils.sha256Hex(kind + "\n" + own + "\n" + String.join("\n", what))
                .substring(0, ID_CHARS);
    }
}
