package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.DirectoryUnavailableException;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.slack.webapi.SlackClientConfig;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Resolution of the names in a policy against the fake Slack. */
class SlackDirectoryTest {

    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");

    private static FakeSlack slack;

    @BeforeAll
    static void start() throws IOException {
        slack = FakeSlack.start(SlackOptions.onPort(0));
    }

    @AfterAll
    static void stop() {
        slack.close();
    }

    @Test
    void a_person_is_found_by_id_by_e_mail_and_by_handle() {
        assertThat(lookUp(directory -> directory.findUser("U0CHIARA"))).contains(CHIARA);
        assertThat(lookUp(directory -> directory.findUser("chiara@example.com")))
                .contains(CHIARA);
        assertThat(lookUp(directory -> directory.findUser("@chiara"))).contains(CHIARA);
    }

    @Test
    void nobody_is_found_by_what_they_call_themselves_or_by_what_nobody_has() {
        assertThat(lookUp(directory -> directory.findUser("nobody@example.com")))
                .isEmpty();
        assertThat(lookUp(directory -> directory.findUser("chiarina"))).isEmpty();
    }

    @Test
    void a_group_is_found_by_handle_and_by_id() {
        assertThat(lookUp(directory -> directory.findGroupMembers("oncall-leads")))
                .contains(Set.of(CHIARA));
        assertThat(lookUp(directory -> directory.findGroupMembers("@oncall-leads")))
                .contains(Set.of(CHIARA));
        assertThat(lookUp(directory -> directory.findGroupMembers("S0ONCALL01")))
                .contains(Set.of(CHIARA));
        assertThat(lookUp(directory -> directory.findGroupMembers("oncall"))).isEmpty();
        assertThat(lookUp(directory -> directory.findGroupMembers("S0NOBODY"))).isEmpty();
    }

    @Test
    void a_channel_has_a_name_and_a_direct_message_has_none() {
        assertThat(lookUp(directory -> directory.findChannelName(new ChannelId("C0INCIDENT42"))))
                .contains("incident-42");
        assertThat(lookUp(directory -> directory.findChannelName(new ChannelId("C0NOSUCH"))))
                .isEmpty();
        assertThat(lookUp(directory -> directory.findChannelName(new ChannelId("D0ANYBODY"))))
                .isEmpty();
    }

    @Test
    void slack_is_asked_again_when_it_wants_a_moments_rest() {
        try (StubSlack stub = new StubSlack()) {
            stub.respondOnce("usergroups.users.list", OutboxTestBase.rateLimited(1));
            stub.respondOnce("usergroups.users.list", "{\"ok\":true,\"users\":[\"U0CHIARA\"]}");

            Optional<Set<SlackUserId>> leads = DirectoryLookup.lookUp(
                    stub.account(), InstantSource.system(), directory -> directory.findGroupMembers("S0ONCALL01"));

            assertThat(leads).contains(Set.of(CHIARA));
        }
    }

    @Test
    void where_slack_says_nothing_nothing_is_assumed() {
        SlackClientConfig wrongAccount = account("xoxb-of-nobody-at-all");

        Function<Directory, Object> group = directory -> directory.findGroupMembers("S0ONCALL01");
        Function<Directory, Object> person = directory -> directory.findUser("elena");

        assertThatThrownBy(() -> DirectoryLookup.lookUp(wrongAccount, InstantSource.system(), group))
                .isInstanceOf(DirectoryUnavailableException.class);
        assertThatThrownBy(() -> DirectoryLookup.lookUp(
                        wrongAccount, InstantSource.system(), directory -> directory.findUser("elena")))
                .isInstanceOf(DirectoryUnavailableException.class);
    }

    private static <T> Optional<T> lookUp(Function<Directory, Optional<T>> lookup) {
        return DirectoryLookup.lookUp(account("xoxb-sandbox-lifeline-bot-token"), InstantSource.system(), lookup);
    }

    private static SlackClientConfig account(String token) {
        return new SlackClientConfig(token, Optional.empty(), Optional.empty(), URI.create(slack.url() + "/api/"));
    }
}
