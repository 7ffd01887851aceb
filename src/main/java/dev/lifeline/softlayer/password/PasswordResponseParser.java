package dev.lifeline.softlayer.password;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.lifeline.device.Login;
import dev.lifeline.device.Secret;
import dev.lifeline.softlayer.rest.ApiError;
import dev.lifeline.softlayer.rest.ApiError.Kind;
import dev.lifeline.softlayer.rest.ApiException;
import dev.lifeline.softlayer.rest.ResponseReader;
import dev.lifeline.transport.BufferScrubber;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Parses responses that hold passwords. The body never becomes a string or a tree: the bytes are scanned in place, everything that was
 * not requested is skipped, a password is copied into a {@link Secret}, and the buffers are overwritten (promise P6). Thread-safe.
 */
public final class PasswordResponseParser implements ResponseReader<LoginCandidates> {

    /** Maximum size of a body; one device with all its software has some kB. */
    private static final long MAX_BODY_BYTES = 1 << 20;

    /** Does not recycle buffers. */
    private final JsonFactory jsonFactory = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    @Override
    public LoginCandidates read(Response response) throws IOException {
        byte[] body = new byte[0];
        try {
            body = readBody(response);
            return parse(response.code(), body);
        } finally {
            Arrays.fill(body, (byte) 0);
            BufferScrubber.scrub();
        }
    }

    private static byte[] readBody(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(MAX_BODY_BYTES + 1))
            throw new ApiException(ApiError.of(Kind.TOO_LARGE, response.code(), "the response is far too long"));
        return source.readByteArray();
    }

    /** Errors are reported without the parser's message, which quotes the text it failed on. */
    private LoginCandidates parse(int status, byte[] body) {
        LoginCandidates candidates = new LoginCandidates();
        String[] error = {"", ""};
        try (JsonParser parser = jsonFactory.createParser(body)) {
            parser.nextToken();
            forEachField(parser, name -> readField(name, parser, candidates, error));
        } catch (IOException e) {
            candidates.close();
            throw new ApiException(ApiError.of(Kind.UNREADABLE, status, "the response is not JSON, or was cut off"));
        }
        if (error[0].isEmpty() && status < 300) return candidates;
        candidates.close();
        throw new ApiException(ApiError.fromResponse(status, error[1], error[0]));
    }

    private static void readField(String name, JsonParser parser, LoginCandidates candidates, String[] error)
            throws IOException {
        switch (name) {
            case "id" -> candidates.setDeviceId(parser.getValueAsLong());
            case "error" -> error[0] = parser.getValueAsString("an error without a message");
            case "code" -> error[1] = parser.getValueAsString("");
            case "operatingSystem" -> readSoftware(parser, candidates::addSystemLogin);
            case "softwareComponents" -> readSoftware(parser, candidates::addSoftwareLogin);
            default -> parser.skipChildren();
        }
    }

    private static void readSoftware(JsonParser parser, Consumer<Login> consumer) throws IOException {
        forEachObject(
                parser,
                () -> forEachField(parser, name -> {
                    if (name.equals("passwords")) forEachObject(parser, () -> readLogin(parser, consumer));
                    else parser.skipChildren();
                }));
    }

    private static void readLogin(JsonParser parser, Consumer<Login> consumer) throws IOException {
        String[] username = {""};
        Secret[] password = new Secret[1];
        forEachField(parser, name -> {
            if (name.equals("username"))
                username[0] = parser.getValueAsString("").strip();
            else if (name.equals("password") && parser.hasToken(JsonToken.VALUE_STRING))
                password[0] = readSecret(parser);
            else parser.skipChildren();
        });
        if (password[0] != null) consumer.accept(new Login(username[0], password[0]));
    }

    /** Copies the value from the parser's own buffer and wipes it there. */
    private static Secret readSecret(JsonParser parser) throws IOException {
        char[] buffer = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int to = from + parser.getTextLength();
        Secret secret = Secret.of(Arrays.copyOfRange(buffer, from, to));
        Arrays.fill(buffer, from, to, '\0');
        return secret;
    }

    private interface ElementReader {
        void read() throws IOException;
    }

    /** Handles one field; the parser stands at its value. */
    private interface FieldReader {
        void read(String name) throws IOException;
    }

    private static void forEachField(JsonParser parser, FieldReader fieldReader) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fieldReader.read(name);
        }
    }

    /** A single object counts as a list of one (src/docs/platform/softlayer.md, section REST rules). */
    private static void forEachObject(JsonParser parser, ElementReader elementReader) throws IOException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            elementReader.read();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) throw new IOException("cut off");
            elementReader.read();
        }
    }
}
