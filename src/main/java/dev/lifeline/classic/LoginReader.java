package dev.lifeline.classic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.lifeline.classic.ApiError.Kind;
import dev.lifeline.device.Login;
import dev.lifeline.device.Secret;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * What does an answer with passwords in it say? It never becomes text or a tree: the bytes are walked through where they lie, what is not
 * asked for is passed over, a password is copied into what can be wiped, and then everything is (promise P6).
 */
final class LoginReader implements Reading<LoginRows> {

    /** One device with all its software has some kB. */
    private static final long LONGEST_BYTES = 1 << 20;

    /** Keeps no buffer for the next. */
    private final JsonFactory json = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    @Override
    public LoginRows read(Response response) throws IOException {
        byte[] body = new byte[0];
        try {
            body = bytes(response);
            return understood(response.code(), body);
        } finally {
            Arrays.fill(body, (byte) 0);
            Rinse.buffers();
        }
    }

    private static byte[] bytes(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(LONGEST_BYTES + 1))
            throw new ApiRefusal(ApiError.garbled(Kind.OVERSIZE, response.code(), "the answer is far too long"));
        return source.readByteArray();
    }

    /** Whatever cannot be read is told without its words, since a parser quotes what it stumbled over. */
    private LoginRows understood(int status, byte[] body) {
        LoginRows rows = new LoginRows();
        String[] error = {"", ""};
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            eachField(parser, name -> field(name, parser, rows, error));
        } catch (IOException notJson) {
            rows.close();
            throw new ApiRefusal(ApiError.garbled(Kind.UNREADABLE, status, "the answer is not JSON, or was cut off"));
        }
        if (error[0].isEmpty() && status < 300) return rows;
        rows.close();
        throw new ApiRefusal(ApiError.told(status, error[1], error[0]));
    }

    private static void field(String name, JsonParser parser, LoginRows rows, String[] error) throws IOException {
        switch (name) {
            case "id" -> rows.about(parser.getValueAsLong());
            case "error" -> error[0] = parser.getValueAsString("an error without words");
            case "code" -> error[1] = parser.getValueAsString("");
            case "operatingSystem" -> software(parser, rows::system);
            case "softwareComponents" -> software(parser, rows::software);
            default -> parser.skipChildren();
        }
    }

    private static void software(JsonParser parser, Consumer<Login> found) throws IOException {
        eachObject(
                parser,
                () -> eachField(parser, name -> {
                    if (name.equals("passwords")) eachObject(parser, () -> login(parser, found));
                    else parser.skipChildren();
                }));
    }

    private static void login(JsonParser parser, Consumer<Login> found) throws IOException {
        String[] username = {""};
        Secret[] password = new Secret[1];
        eachField(parser, name -> {
            if (name.equals("username"))
                username[0] = parser.getValueAsString("").strip();
            else if (name.equals("password") && parser.hasToken(JsonToken.VALUE_STRING)) password[0] = secret(parser);
            else parser.skipChildren();
        });
        if (password[0] != null) found.accept(new Login(username[0], password[0]));
    }

    /** Out of the parser's own buffer, which is wiped behind it. */
    private static Secret secret(JsonParser parser) throws IOException {
        char[] buffer = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int to = from + parser.getTextLength();
        Secret secret = Secret.of(Arrays.copyOfRange(buffer, from, to));
        Arrays.fill(buffer, from, to, '\0');
        return secret;
    }

    /** What is done with one thing of an answer. */
    private interface Step {
        void go() throws IOException;
    }

    /** What is done with a field; the parser stands at its value. */
    private interface Field {
        void at(String name) throws IOException;
    }

    private static void eachField(JsonParser parser, Field field) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field.at(name);
        }
    }

    /** One object counts as a list of one (softlayer.md 1.2). */
    private static void eachObject(JsonParser parser, Step step) throws IOException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            step.go();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) throw new IOException("cut off");
            step.go();
        }
    }
}
