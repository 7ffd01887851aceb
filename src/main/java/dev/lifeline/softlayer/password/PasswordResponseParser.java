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
 * What does an answer with passwords in it say? It never becomes text or a tree: the bytes are walked through where they lie, what is not
 * asked for is passed over, a password is copied into what can be wiped, and then everything is (promise P6).
 */
public final class PasswordResponseParser implements ResponseReader<LoginCandidates> {

    /** One device with all its software has some kB. */
    private static final long MAX_BODY_BYTES = 1 << 20;

    /** Keeps no buffer for the next. */
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
            throw new ApiException(ApiError.of(Kind.TOO_LARGE, response.code(), "the answer is far too long"));
        return source.readByteArray();
    }

    /** Whatever cannot be read is told without its words, since a parser quotes what it stumbled over. */
    private LoginCandidates parse(int status, byte[] body) {
        LoginCandidates rows = new LoginCandidates();
        String[] error = {"", ""};
        try (JsonParser parser = jsonFactory.createParser(body)) {
            parser.nextToken();
            forEachField(parser, name -> readField(name, parser, rows, error));
        } catch (IOException notJson) {
            rows.close();
            throw new ApiException(ApiError.of(Kind.UNREADABLE, status, "the answer is not JSON, or was cut off"));
        }
        if (error[0].isEmpty() && status < 300) return rows;
        rows.close();
        throw new ApiException(ApiError.fromResponse(status, error[1], error[0]));
    }

    private static void readField(String name, JsonParser parser, LoginCandidates rows, String[] error)
            throws IOException {
        switch (name) {
            case "id" -> rows.setDeviceId(parser.getValueAsLong());
            case "error" -> error[0] = parser.getValueAsString("an error without words");
            case "code" -> error[1] = parser.getValueAsString("");
            case "operatingSystem" -> readSoftware(parser, rows::addSystemLogin);
            case "softwareComponents" -> readSoftware(parser, rows::addSoftwareLogin);
            default -> parser.skipChildren();
        }
    }

    private static void readSoftware(JsonParser parser, Consumer<Login> found) throws IOException {
        forEachObject(
                parser,
                () -> forEachField(parser, name -> {
                    if (name.equals("passwords")) forEachObject(parser, () -> readLogin(parser, found));
                    else parser.skipChildren();
                }));
    }

    private static void readLogin(JsonParser parser, Consumer<Login> found) throws IOException {
        String[] username = {""};
        Secret[] password = new Secret[1];
        forEachField(parser, name -> {
            if (name.equals("username"))
                username[0] = parser.getValueAsString("").strip();
            else if (name.equals("password") && parser.hasToken(JsonToken.VALUE_STRING))
                password[0] = readSecret(parser);
            else parser.skipChildren();
        });
        if (password[0] != null) found.accept(new Login(username[0], password[0]));
    }

    /** Out of the parser's own buffer, which is wiped behind it. */
    private static Secret readSecret(JsonParser parser) throws IOException {
        char[] buffer = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int to = from + parser.getTextLength();
        Secret secret = Secret.of(Arrays.copyOfRange(buffer, from, to));
        Arrays.fill(buffer, from, to, '\0');
        return secret;
    }

    /** What is done with one thing of an answer. */
    private interface ElementReader {
        void read() throws IOException;
    }

    /** What is done with a field; the parser stands at its value. */
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

    /** One object counts as a list of one (softlayer.md 1.2). */
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
