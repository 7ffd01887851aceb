package dev.lifeline.slack;

import dev.lifeline.device.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * JSON with a secret in one place. The secret never becomes text: it goes out as escapes, which are JSON whatever it holds, from memory
 * that is wiped.
 */
final class SealedBody extends RequestBody implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** Backslash, u, and four digits. */
    private static final int ESCAPE = 6;

    private final byte[] before;
    private final byte[] secret;
    private final byte[] after;

    /**
     * A body.
     *
     * @param json holds the placeholder exactly once, within a text
     */
    SealedBody(String json, String placeholder, Secret secret) {
        int at = json.indexOf(placeholder);
        if (at < 0) throw new IllegalArgumentException("there is no place for it");
        this.before = json.substring(0, at).getBytes(StandardCharsets.UTF_8);
        this.secret = escaped(secret.open());
        this.after = json.substring(at + placeholder.length()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] escaped(char[] characters) {
        byte[] escaped = new byte[ESCAPE * characters.length];
        for (int i = 0; i < characters.length; i++) {
            int at = ESCAPE * i;
            escaped[at] = '\\';
            escaped[at + 1] = 'u';
            for (int digit = 0; digit < 4; digit++)
                escaped[at + 2 + digit] = DIGITS[characters[i] >> (12 - 4 * digit) & 0xf];
        }
        return escaped;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return (long) before.length + secret.length + after.length;
    }

    /** OkHttp has no second try with it. */
    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(before).write(secret).write(after);
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }
}
