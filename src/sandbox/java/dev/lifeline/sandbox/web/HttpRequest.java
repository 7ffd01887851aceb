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
 * One HTTP request.
 *
 * @param headers names in lower case, the last value of each
 * @param queryParams decoded parameters, every value in the order sent
 * @param body the raw bytes, at most 4 MiB
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpRequest(
        String method, String path, Map<String, String> headers, Map<String, List<String>> queryParams, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns a header's value; the name's case is ignored. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the first value of a query parameter. */
    public Optional<String> queryParam(String name) {
        return queryParams.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Returns the body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Parses the body as JSON.
     *
     * @throws IOException when it is not JSON
     */
    public JsonNode json() throws IOException {
        return JSON.readTree(body);
    }

    /** Parses the body as form fields; a repeated name keeps all values. */
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
