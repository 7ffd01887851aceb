package dev.lifeline.testkit;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads stored passwords from the fake SoftLayer with the bot's API key, past the bot. */
record ProviderPasswordReader(JsonHttpClient http, String baseUrl) {

    String readPassword(String guest) {
        String mask = "mask[operatingSystem[passwords[password]]]";
        String filter = "{\"virtualGuests\":{\"hostname\":{\"operation\":\"" + guest + "\"}}}";
        URI url = URI.create(baseUrl + "/rest/v3.1/SoftLayer_Account/getVirtualGuests.json?objectMask="
                + urlEncoded(mask) + "&objectFilter=" + urlEncoded(filter));
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", authorizationHeader())
                .build();
        return http.send(request)
                .path(0)
                .at("/operatingSystem/passwords/0/password")
                .asText();
    }

    private static String authorizationHeader() {
        byte[] key = "lifeline:sandbox-lifeline-api-key".getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(key);
    }

    private static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
