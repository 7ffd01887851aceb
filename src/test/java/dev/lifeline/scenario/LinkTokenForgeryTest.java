package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.LinkPageClient;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hundreds of forged requests to the link pages, with a valid API key and link tokens that were never issued. */
class LinkTokenForgeryTest {

    private static final int FORGED_REQUESTS = 600;
    /** Fewer than the other forgeries: each is checked against the account, whose calls are rate-limited. */
    private static final int FORGED_CONFIRMATIONS = 60;

    private static final String VALID_KEY_FORM = "username=307608_asha%40example.com&key=sandbox-asha-api-key";
    private static final String TOKEN_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private final BotEnvironment environment = BotEnvironment.accelerated();
    private final Random random = new Random(6);

    /** Mutations and combinations of two valid tokens. */
    private final List<BinaryOperator<String>> mutations = List.of(
            (code, other) -> withOneCharChanged(code),
            (code, other) -> code.substring(0, random.nextInt(code.length() - 1)),
            (code, other) -> code + TOKEN_ALPHABET.charAt(random.nextInt(TOKEN_ALPHABET.length())),
            (code, other) -> code.substring(1),
            (code, other) -> code.toLowerCase(Locale.ROOT),
            (code, other) -> tokenPart(code, 0) + "." + tokenPart(other, 1),
            (code, other) -> tokenPart(code, 1) + "." + tokenPart(code, 0),
            (code, other) -> tokenPart(code, 0) + ".",
            (code, other) -> "x/" + code);

    @AfterEach
    void close() {
        environment.close();
    }

    private String withOneCharChanged(String code) {
        int position = random.nextInt(code.length() - 1); // the lowest bits of the last character are not significant
        char character = TOKEN_ALPHABET.charAt(random.nextInt(TOKEN_ALPHABET.length()));
        boolean same = code.charAt(position) == character;
        return code.substring(0, position) + (same ? "" : character) + code.substring(position + 1);
    }

    private static String tokenPart(String code, int group) {
        return code.split("\\.", 2)[group];
    }

    @Test
    void none_of_hundreds_of_made_up_addresses_takes_a_key_or_a_confirmation() {
        LinkPageClient browser = LinkPageClient.openLinkOf(environment.user("asha"));
        String code = tokenOf(browser.linkUrl());
        String other = tokenOf(LinkPageClient.requestLink(environment.user("bruno")));
        URI folder = browser.linkUrl().resolve(".");
        browser.post(URI.create(folder + "confirm"), "confirmation=" + code);
        assertThat(browser.page().statusCode()).as("a missing token").isBetween(400, 499);
        for (int i = 0; i < FORGED_REQUESTS; i++) {
            String forged = mutations.get(i % mutations.size()).apply(code, other);
            browser.post(URI.create(folder + forged), VALID_KEY_FORM);
            assertThat(browser.page().statusCode()).as(forged).isBetween(400, 499);
            browser.post(URI.create(folder + forged + "/confirm"), "confirmation=" + code);
            assertThat(browser.page().statusCode()).as(forged).isBetween(400, 499);
        }

        assertThat(environment.auditEntries())
                .noneMatch(entry -> entry.contains("\"linked\"") || entry.contains("rejected-link"));
        LinkPageClient genuine =
                LinkPageClient.open(browser.linkUrl()).submitKeyOf("asha").confirm();
        assertThat(genuine.page().statusCode()).isEqualTo(200);
    }

    @Test
    void no_made_up_confirmation_confirms_what_was_shown_and_the_genuine_one_does() {
        LinkPageClient browser =
                LinkPageClient.openLinkOf(environment.user("asha")).submitKeyOf("asha");
        String genuine = browser.confirmation();
        for (int i = 0; i < FORGED_CONFIRMATIONS; i++) {
            browser.confirm(mutations.get(i % mutations.size()).apply(genuine + ".x", tokenOf(browser.linkUrl())));
            assertThat(browser.page().statusCode()).isBetween(400, 499);
        }

        assertThat(environment.auditEntries()).noneMatch(entry -> entry.contains("\"linked\""));
        assertThat(browser.confirm(genuine).page().statusCode()).isEqualTo(200);
        assertThat(environment.auditEntries()).anyMatch(entry -> entry.contains("\"linked\""));
    }

    private static String tokenOf(URI address) {
        return address.getPath().replaceFirst("^/link/", "");
    }
}
