package dev.lifeline.testkit;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What does the provider show to somebody with the bot's key, past the bot? */
record ReadAtTheProvider(Wire wire, String provider) {

    String password(String guest) {
        String mask = "mask[operatingSystem[passwords[password]]]";
        String filter = "{\"virtualGuests\":{\"hostname\":{\"operation\":\"" + guest + "\"}}}";
        URI url = URI.create(provider + "/rest/v3.1/SoftLayer_Account/getVirtualGuests.json?objectMask=" + encoded(mask)
                + "&objectFilter=" + encoded(filter));
        HttpRequest request =
                HttpRequest.newBuilder(url).header("Authorization", key()).build();
        return wire.send(request)
                .path(0)
                .at("/operatingSystem/passwords/0/password")
                .asText();
    }

    private static String key() {
        byte[] key = "lifeline:sandbox-lifeline-api-key".getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(key);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
