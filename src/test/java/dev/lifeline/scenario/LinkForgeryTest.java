package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.LinkVisitor;
import dev.lifeline.testkit.World;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hundreds of requests at the pages of links by somebody with a good key and an address that was never given. */
class LinkForgeryTest {

    private static final int FORGERIES = 600;
    /** Each is looked at together with the account, which is read at a pace. */
    private static final int CONFIRMATIONS = 60;

    private static final String GOOD_KEY = "username=307608_asha%40example.com&key=sandbox-asha-api-key";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    private final World world = World.inSeconds();
    private final Random random = new Random(6);

    /** What can be made of two good codes. */
    private final List<BinaryOperator<String>> forgeries = List.of(
            (code, other) -> withAnotherLetter(code),
            (code, other) -> code.substring(0, random.nextInt(code.length() - 1)),
            (code, other) -> code + LETTERS.charAt(random.nextInt(LETTERS.length())),
            (code, other) -> code.substring(1),
            (code, other) -> code.toLowerCase(Locale.ROOT),
            (code, other) -> half(code, 0) + "." + half(other, 1),
            (code, other) -> half(code, 1) + "." + half(code, 0),
            (code, other) -> half(code, 0) + ".",
            (code, other) -> "x/" + code);

    @AfterEach
    void end() {
        world.close();
    }

    private String withAnotherLetter(String code) {
        int at = random.nextInt(code.length() - 1); // the last one's lowest bits say nothing
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        boolean same = code.charAt(at) == letter;
        return code.substring(0, at) + (same ? "" : letter) + code.substring(at + 1);
    }

    private static String half(String code, int which) {
        return code.split("\\.", 2)[which];
    }

    @Test
    void none_of_hundreds_of_made_up_addresses_takes_a_key_or_a_confirmation() {
        LinkVisitor browser = LinkVisitor.of(world.person("asha"));
        String code = code(browser.address());
        String other = code(LinkVisitor.offered(world.person("bruno")));
        URI folder = browser.address().resolve(".");
        browser.posts(URI.create(folder + "confirm"), "confirmation=" + code);
        assertThat(browser.page().statusCode()).as("no code at all").isBetween(400, 499);
        for (int i = 0; i < FORGERIES; i++) {
            String forged = forgeries.get(i % forgeries.size()).apply(code, other);
            browser.posts(URI.create(folder + forged), GOOD_KEY);
            assertThat(browser.page().statusCode()).as(forged).isBetween(400, 499);
            browser.posts(URI.create(folder + forged + "/confirm"), "confirmation=" + code);
            assertThat(browser.page().statusCode()).as(forged).isBetween(400, 499);
        }

        assertThat(world.record()).noneMatch(entry -> entry.contains("\"linked\"") || entry.contains("refused-link"));
        LinkVisitor genuine =
                LinkVisitor.opening(browser.address()).provesToBe("asha").confirms();
        assertThat(genuine.page().statusCode()).isEqualTo(200);
    }

    @Test
    void no_made_up_confirmation_confirms_what_was_shown_and_the_genuine_one_does() {
        LinkVisitor browser = LinkVisitor.of(world.person("asha")).provesToBe("asha");
        String genuine = browser.confirmation();
        for (int i = 0; i < CONFIRMATIONS; i++) {
            browser.confirms(forgeries.get(i % forgeries.size()).apply(genuine + ".x", code(browser.address())));
            assertThat(browser.page().statusCode()).isBetween(400, 499);
        }

        assertThat(world.record()).noneMatch(entry -> entry.contains("\"linked\""));
        assertThat(browser.confirms(genuine).page().statusCode()).isEqualTo(200);
        assertThat(world.record()).anyMatch(entry -> entry.contains("\"linked\""));
    }

    private static String code(URI address) {
        return address.getPath().replaceFirst("^/link/", "");
    }
}
