package dev.lifeline.contract;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.ClientAddress;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.LinkAttempt;
import dev.lifeline.access.LinkToken;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract of the link tokens. Its clock stands at {@link Fixtures#NOON}. */
public abstract class LinkTokensContract {

    private static final Instant EXPIRES_AT = NOON.plus(Duration.ofMinutes(10));

    private static final LinkAttempt EXHAUSTED = new LinkAttempt.TokenExhausted();
    private static final ClientAddress ADDRESS = new ClientAddress("192.0.2.7");

    protected abstract LinkTokens linkTokens();

    private LinkAttempt consume(String code) {
        return linkTokens().consumeAttempt(code, ADDRESS);
    }

    @Test
    void a_link_token_is_found_by_its_code() {
        String code = linkTokens().issue(ASHA_REQUESTER.slackUserId(), EXPIRES_AT);
        assertThat(code).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        assertThat(linkTokens().find(code))
                .contains(new LinkToken(ASHA_REQUESTER.slackUserId(), EXPIRES_AT, Optional.empty(), false));
    }

    @Test
    void no_two_codes_are_alike_and_the_newest_voids_the_others() {
        String first = linkTokens().issue(ASHA_REQUESTER.slackUserId(), EXPIRES_AT);
        String second = linkTokens().issue(ASHA_REQUESTER.slackUserId(), EXPIRES_AT);
        assertThat(second).isNotEqualTo(first);
        assertThat(linkTokens().find(first)).isEmpty();
        assertThat(linkTokens().find(second)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "x.y", "..", "AAAA.AAAA"})
    void a_code_that_was_never_given_is_nothing(String forged) {
        linkTokens().issue(ASHA_REQUESTER.slackUserId(), EXPIRES_AT);
        assertThat(linkTokens().find(forged)).isEmpty();
        assertThat(consume(forged)).isEqualTo(EXHAUSTED);
        assertThat(linkTokens().markVerified(forged, ASHA_REQUESTER.cloudUserId()))
                .isEmpty();
        assertThat(linkTokens().confirm(forged, "")).isFalse();
    }

    @Test
    void a_code_with_another_signature_is_nothing() {
        String code = linkTokens().issue(ASHA_REQUESTER.slackUserId(), EXPIRES_AT);
        char last = code.charAt(code.length() - 2) == 'A' ? 'B' : 'A';
        String forged = code.substring(0, code.length() - 2) + last + code.charAt(code.length() - 1);
        assertThat(linkTokens().find(forged)).isEmpty();
    }

    @Test
    void there_are_so_many_tries_and_no_more() {
        String code = linkTokens().issue(ASHA_REQUESTER.slackUserId(), EXPIRES_AT);
        for (int left = LinkAttempt.MAX_PER_TOKEN - 1; left >= 0; left--)
            assertThat(consume(code)).isEqualTo(new LinkAttempt.Accepted(left));
        assertThat(consume(code)).isEqualTo(EXHAUSTED);
    }

    @Test
    void only_the_first_proof_counts() {
        String code = linkTokens().issue(ASHA_REQUESTER.slackUserId(), EXPIRES_AT);
        assertThat(linkTokens().markVerified(code, ASHA_REQUESTER.cloudUserId()))
                .isPresent();
        assertThat(linkTokens().markVerified(code, ASHA_REQUESTER.cloudUserId()))
                .isEmpty();
        assertThat(consume(code)).isEqualTo(EXHAUSTED);
        assertThat(linkTokens().find(code).flatMap(LinkToken::verifiedUserId)).contains(ASHA_REQUESTER.cloudUserId());
    }

    @Test
    void a_proof_says_of_which_account_it_is() {
        CloudUserId inLab = ASHA_REQUESTER.cloudUserId().in(new AccountName("lab"));
        String code = linkTokens().issue(ASHA_REQUESTER.slackUserId(), EXPIRES_AT);
        assertThat(linkTokens().markVerified(code, inLab)).isPresent();
        assertThat(linkTokens().find(code).flatMap(LinkToken::verifiedUserId)).contains(inLab);
    }

    @Test
    void it_is_confirmed_once() {
        String code = linkTokens().issue(ASHA_REQUESTER.slackUserId(), EXPIRES_AT);
        String confirmation =
                linkTokens().markVerified(code, ASHA_REQUESTER.cloudUserId()).orElseThrow();
        assertThat(linkTokens().confirm(code, "another")).isFalse();
        assertThat(linkTokens().confirm(code, confirmation)).isTrue();
        assertThat(linkTokens().confirm(code, confirmation)).isFalse();
        assertThat(linkTokens().find(code)).get().matches(LinkToken::confirmed);
    }

    @Test
    void of_many_at_once_one_confirms() throws Exception {
        String code = linkTokens().issue(ASHA_REQUESTER.slackUserId(), EXPIRES_AT);
        String confirmation =
                linkTokens().markVerified(code, ASHA_REQUESTER.cloudUserId()).orElseThrow();
        List<Boolean> confirmed = ConcurrentRunner.runAll(8, i -> linkTokens().confirm(code, confirmation));
        assertThat(confirmed).containsOnlyOnce(true);
    }

    @Test
    void what_is_over_takes_no_step() {
        String code = linkTokens().issue(ASHA_REQUESTER.slackUserId(), NOON);
        assertThat(linkTokens().find(code)).get().matches(linkToken -> linkToken.isExpired(NOON));
        assertThat(consume(code)).isEqualTo(EXHAUSTED);
        assertThat(linkTokens().markVerified(code, ASHA_REQUESTER.cloudUserId()))
                .isEmpty();
    }

    @Test
    void a_person_tried_keys_without_end_by_asking_for_another_link_each_time() {
        for (int i = 0; i < LinkAttempt.MAX_PER_PERSON; i++)
            assertThat(linkTokens().consumeAttempt(newCode("U0KEYS"), new ClientAddress("192.0.2." + i)))
                    .isEqualTo(new LinkAttempt.Accepted(LinkAttempt.MAX_PER_TOKEN - 1));

        String code = newCode("U0KEYS");
        Instant retryAt = NOON.plus(LinkAttempt.WINDOW);
        assertThat(consume(code)).isEqualTo(new LinkAttempt.Limited(LinkAttempt.Limit.PERSON, retryAt, true));
        assertThat(consume(code)).isEqualTo(new LinkAttempt.Limited(LinkAttempt.Limit.PERSON, retryAt, false));
        assertThat(consume(newCode("U0OTHER"))).isInstanceOf(LinkAttempt.Accepted.class);
    }

    @Test
    void from_one_address_keys_were_tried_for_any_number_of_people() {
        ClientAddress proxy = new ClientAddress("198.51.100.1");
        for (int i = 0; i < LinkAttempt.MAX_PER_ADDRESS; i++)
            assertThat(linkTokens().consumeAttempt(newCode("U0P" + i), proxy)).isInstanceOf(LinkAttempt.Accepted.class);

        assertThat(linkTokens().consumeAttempt(newCode("U0P1"), proxy))
                .isEqualTo(new LinkAttempt.Limited(LinkAttempt.Limit.ADDRESS, NOON.plus(LinkAttempt.WINDOW), true));
        assertThat(linkTokens().consumeAttempt(newCode("U0P2"), proxy))
                .isEqualTo(new LinkAttempt.Limited(LinkAttempt.Limit.ADDRESS, NOON.plus(LinkAttempt.WINDOW), false));
    }

    @Test
    void a_full_address_shuts_nobody_out_who_tried_no_key_yet() {
        ClientAddress proxy = new ClientAddress("198.51.100.2");
        for (int i = 0; i < LinkAttempt.MAX_PER_ADDRESS + 5; i++)
            assertThat(linkTokens().consumeAttempt(newCode("U0Q" + i), proxy)).isInstanceOf(LinkAttempt.Accepted.class);
    }

    @Test
    void of_many_at_once_no_more_pass_than_the_limit_of_a_person() throws Exception {
        String code = newCode("U0MANY");
        String other = newCode("U0MANY");
        assertThat(consume(code)).isEqualTo(EXHAUSTED);
        List<LinkAttempt> attempts = ConcurrentRunner.runAll(8, i -> consume(other));
        assertThat(attempts).filteredOn(LinkAttempt.Accepted.class::isInstance).hasSize(LinkAttempt.MAX_PER_TOKEN);
    }

    private String newCode(String slackUserId) {
        return linkTokens().issue(new SlackUserId(slackUserId), EXPIRES_AT);
    }
}
