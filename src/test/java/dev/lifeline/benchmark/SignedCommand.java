package dev.lifeline.benchmark;

import dev.lifeline.cli.SandboxSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests in HTTP mode as Slack signs them (src/docs/platform/slack.md, section HTTP mode), as bytes to be sent. */
final class SignedCommand {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MILLIS_PER_SECOND = 1_000;

    private SignedCommand() {}

    /** {@code /rescue help}, typed by one person; each trigger makes it another command. */
    static byte[] help(URI target, String userId, String triggerId, URI responseUrl) {
        String form = "token=t&team_id=T0LIFELINE&team_domain=lifeline&channel_id=C0INCIDENT42&channel_name=incident-42"
                + "&user_id=" + userId + "&user_name=someone&command=%2Frescue&text=help&api_app_id=A0LIFELINE"
                + "&is_enterprise_install=false&response_url=" + encode(responseUrl.toString()) + "&trigger_id="
                + encode(triggerId);
        return sign(target, form);
    }

    /** An interaction other than a slash command, such as a type-ahead. */
    static byte[] payload(URI target, String json) {
        return sign(target, "payload=" + encode(json));
    }

    private static byte[] sign(URI target, String form) {
        String timestamp = Long.toString(System.currentTimeMillis() / MILLIS_PER_SECOND);
        String request = "POST " + target.getPath() + " HTTP/1.1\r\nHost: " + target.getAuthority()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: " + timestamp
                + "\r\nX-Slack-Signature: v0=" + mac("v0:" + timestamp + ":" + form) + "\r\nContent-Length: "
                + form.length() + "\r\n\r\n" + form;
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(SandboxSettings.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
