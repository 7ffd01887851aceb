package dev.lifeline.slack;

import org.apache.commons.codec.digest.DigestUtils;

/** What names a delivery? The same for each copy of it, and fit for a database, whatever Slack's own ids look like. */
final class AskId {

    private static final int LENGTH = 32;

    private AskId() {}

    static String of(String... what) {
        return DigestUtils.sha256Hex(String.join("\n", what)).substring(0, LENGTH);
    }
}
