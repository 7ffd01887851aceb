package dev.lifeline.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What did a client send in one HTTP request?
 *
 * @param headers names in lower case, the last value of each
 * @param queryParams decoded parameters, every value in the order sent
 * @param body raw bytes, as they came
 */
@SuppressWarnings("ArrayRecordComponent") // bytes in flight, never compared
public record HttpRequest(
        String method, String path, Map<String, String> headers, Map<String, List<String>> queryParams, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The header's value, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The first value of a query parameter. */
    public Optional<String> queryParam(String name) {
        return queryParams.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON.
     *
     * @throws IOException when it is not JSON
     */
    public JsonNode json() throws IOException {
        return JSON.readTree(body);
    }

    /** The body as form fields; a name sent twice keeps both values. */
    public Map<String, List<String>> form() {
        return parseFormEncoded(text());
    }

    static Map<String, List<String>> parseFormEncoded(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            fields.computeIfAbsent(urlDecode(name), ignored -> new ArrayList<>()).add(urlDecode(value));
        }
        return fields;
    }

    private static String urlDecode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
