package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.DirectorySilent;
import dev.lifeline.rescue.Place;
import dev.lifeline.sandbox.slack.PretendSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the names in a policy mean, asked of a pretend Slack. */
class SlackDirectoryTest {

    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");

    private static PretendSlack slack;

    @BeforeAll
    static void start() throws IOException {
        slack = PretendSlack.start(SlackOptions.onPort(0));
    }

    @AfterAll
    static void stop() {
        slack.close();
    }

    @Test
    void a_person_is_found_by_id_by_e_mail_and_by_handle() {
        assertThat(asked(directory -> directory.person("U0CHIARA"))).contains(CHIARA);
        assertThat(asked(directory -> directory.person("chiara@example.com"))).contains(CHIARA);
        assertThat(asked(directory -> directory.person("@chiara"))).contains(CHIARA);
    }

    @Test
    void nobody_is_found_by_what_they_call_themselves_or_by_what_nobody_has() {
        assertThat(asked(directory -> directory.person("nobody@example.com"))).isEmpty();
        assertThat(asked(directory -> directory.person("chiarina"))).isEmpty();
    }

    @Test
    void a_group_is_found_by_handle_and_by_id() {
        assertThat(asked(directory -> directory.group("oncall-leads"))).contains(Set.of(CHIARA));
        assertThat(asked(directory -> directory.group("@oncall-leads"))).contains(Set.of(CHIARA));
        assertThat(asked(directory -> directory.group("S0ONCALL01"))).contains(Set.of(CHIARA));
        assertThat(asked(directory -> directory.group("oncall"))).isEmpty();
        assertThat(asked(directory -> directory.group("S0NOBODY"))).isEmpty();
    }

    @Test
    void a_channel_has_a_name_and_a_direct_message_has_none() {
        assertThat(asked(directory -> directory.channel(new Place("C0INCIDENT42"))))
                .contains("incident-42");
        assertThat(asked(directory -> directory.channel(new Place("C0NOSUCH")))).isEmpty();
        assertThat(asked(directory -> directory.channel(new Place("D0ANYBODY"))))
                .isEmpty();
    }

    @Test
    void slack_is_asked_again_when_it_wants_a_moments_rest() {
        try (StubSlack stub = new StubSlack()) {
            stub.says("usergroups.users.list", Letters.tooMany(1));
            stub.says("usergroups.users.list", "{\"ok\":true,\"users\":[\"U0CHIARA\"]}");

            Optional<Set<SlackUserId>> leads = SlackDoor.lookedUp(
                    stub.account(), InstantSource.system(), directory -> directory.group("S0ONCALL01"));

            assertThat(leads).contains(Set.of(CHIARA));
        }
    }

    @Test
    void where_slack_says_nothing_nothing_is_assumed() {
        SlackAccount wrong = account("xoxb-of-nobody-at-all");

        Function<Directory, Object> group = directory -> directory.group("S0ONCALL01");
        Function<Directory, Object> person = directory -> directory.person("elena");

        assertThatThrownBy(() -> SlackDoor.lookedUp(wrong, InstantSource.system(), group))
                .isInstanceOf(DirectorySilent.class);
        assertThatThrownBy(
                        () -> SlackDoor.lookedUp(wrong, InstantSource.system(), directory -> directory.person("elena")))
                .isInstanceOf(DirectorySilent.class);
    }

    private static <T> Optional<T> asked(Function<Directory, Optional<T>> question) {
        return SlackDoor.lookedUp(account("xoxb-sandbox-lifeline-bot-token"), InstantSource.system(), question);
    }

    private static SlackAccount account(String token) {
        return new SlackAccount(token, Optional.empty(), Optional.empty(), URI.create(slack.url() + "/api/"));
    }
}
