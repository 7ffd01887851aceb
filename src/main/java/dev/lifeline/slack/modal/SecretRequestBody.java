package dev.lifeline.slack.modal;

import dev.lifeline.device.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * JSON request body with a secret in one place. The secret never becomes a string: it is written as Unicode escapes, which are valid JSON
 * whatever it holds, from memory that {@link #close} wipes (promise P6).
 */
final class SecretRequestBody extends RequestBody implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final byte[] HEX_DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** A backslash, the letter u and four digits. */
    private static final int ESCAPE_BYTES = 6;

    private final byte[] prefix;
    private final byte[] escapedSecret;
    private final byte[] suffix;

    /**
     * A body.
     *
     * @param json contains the placeholder exactly once, within a string
     * @param secret takes the placeholder's place; stays the caller's to close
     * @throws IllegalArgumentException when the placeholder is missing
     */
    SecretRequestBody(String json, String placeholder, Secret secret) {
        int at = json.indexOf(placeholder);
        if (at < 0) throw new IllegalArgumentException("the placeholder is missing");
        this.prefix = json.substring(0, at).getBytes(StandardCharsets.UTF_8);
        this.escapedSecret = toUnicodeEscapes(secret.characters());
        this.suffix = json.substring(at + placeholder.length()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] toUnicodeEscapes(char[] characters) {
        byte[] escaped = new byte[ESCAPE_BYTES * characters.length];
        for (int i = 0; i < characters.length; i++) {
            int at = ESCAPE_BYTES * i;
            escaped[at] = '\\';
            escaped[at + 1] = 'u';
            for (int digit = 0; digit < 4; digit++)
                escaped[at + 2 + digit] = HEX_DIGITS[characters[i] >> (12 - 4 * digit) & 0xf];
        }
        return escaped;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return (long) prefix.length + escapedSecret.length + suffix.length;
    }

    /** Keeps OkHttp from sending the body again. */
    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(prefix).write(escapedSecret).write(suffix);
    }

    @Override
    public void close() {
        Arrays.fill(escapedSecret, (byte) 0);
    }
}
