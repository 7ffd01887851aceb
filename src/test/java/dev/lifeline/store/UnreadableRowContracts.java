package dev.lifeline.store;

import static dev.lifeline.contract.Samples.awaitingConfirmation;
import static dev.lifeline.contract.Samples.closed;
import static dev.lifeline.contract.Samples.slashCommand;
import static dev.lifeline.contract.Samples.textMessage;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_08;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.contract.Samples;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.UnreadableRecordException;
import dev.lifeline.handler.inbox.UnreadableInteraction;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that cannot be read stops no other row: contract of the store, run against one kind of database. */
@ExtendWith(FullScanExtension.class)
abstract class UnreadableRowContracts {

    private final RescueRequest readable = awaitingConfirmation("readable01", WEB_08);
    private final RescueRequest damaged = awaitingConfirmation("damaged001", WEB_07);

    Store store;
    private RawSql rawSql = new RawSql("");

    /** The URL of a new, empty database. */
    abstract String emptyDatabaseUrl();

    @BeforeEach
    void open() {
        String url = emptyDatabaseUrl();
        store = Store.open(url, InstantSource.fixed(NOON));
        rawSql = new RawSql(url);
        store.requests().open(damaged);
        store.requests().open(readable);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void damage(String body) {
        rawSql.execute("update rescue_requests set body = '" + body + "' where id = 'damaged001'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"id\":{\"value\":\"damaged001\"",
                "{\"id\":{\"value\":\"damaged001\"},\"version\":1}",
                "{\"id\":{\"value\":\"damaged001\"},\"plan\":null,\"stage\":null,\"version\":1}",
                "{\"version\":1,\"stage\":{\"is\":\"InOrbit\",\"since\":\"2026-11-22T12:00:00Z\"}}",
            })
    void one_row_that_cannot_be_read_breaks_no_list_of_open_requests(String body) {
        damage(body);

        assertThat(store.requests().findOpen()).containsExactly(readable);
        assertThat(store.requests().findRecent(Optional.empty(), 10)).containsExactly(readable);
        assertThat(store.requests().findUnreadable()).containsExactly("damaged001");
        assertThat(store.requests().countOpen()).isEqualTo(2);
        assertThat(store.unreadableRows()).isEqualTo(1);
    }

    @Test
    void a_stage_of_a_newer_release_breaks_no_list_of_open_requests() {
        rawSql.execute("update rescue_requests set body = replace(body, 'AwaitingConfirmation', 'InOrbit')"
                + " where id = 'damaged001'");
        assertThat(store.requests().findOpen()).containsExactly(readable);
    }

    @Test
    void who_acts_on_a_row_that_cannot_be_read_is_told_which() {
        damage("{}");

        assertThatThrownBy(() -> store.requests().find(damaged.id()))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("damaged001");
        assertThatThrownBy(() -> store.requests().findOpen(WEB_07.id())).isInstanceOf(UnreadableRecordException.class);
        assertThatThrownBy(() -> store.requests().open(awaitingConfirmation("second0001", WEB_07)))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void one_closed_row_or_review_that_cannot_be_read_breaks_no_list() {
        store.requests().save(closed(readable));
        rawSql.execute("update rescue_requests set body = '{}', open_device = null, review_pending = 1"
                + " where id = 'damaged001'");

        assertThat(store.requests().findClosed(10)).containsExactly(closed(readable));
        assertThat(store.requests().findReviewPending()).isEmpty();
        assertThat(store.requests().countReviewPending()).isEqualTo(1);
        assertThat(store.requests().findUnreadable()).containsExactly("damaged001");
    }

    @Test
    void one_message_that_cannot_be_read_holds_up_no_other_of_its_stream() {
        StreamKey stream = new StreamKey.Request(readable.id());
        store.notifier().replyInThread(readable.id(), INCIDENT_CHANNEL, textMessage("first"));
        rawSql.execute("update outbox_messages set body = '{\"is\":\"Hologram\"}'");
        store.notifier().replyInThread(readable.id(), INCIDENT_CHANNEL, textMessage("second"));

        List<OutboxMessage> pending = store.outbox().pending(stream);
        assertThat(pending).hasSize(1);
        store.outbox().markDelivered(pending.get(0), Optional.empty());
        assertThat(store.outbox().pending(stream)).isEmpty();
        assertThat(store.outbox().pendingStreams()).containsExactly(stream);
    }

    @Test
    void a_stream_of_a_newer_release_holds_up_no_other_stream() {
        store.notifier().replyInThread(readable.id(), INCIDENT_CHANNEL, textMessage("of another"));
        rawSql.execute("update outbox_messages set stream_key = 'hologram:U1'");
        store.notifier().replyInThread(damaged.id(), INCIDENT_CHANNEL, textMessage("of this"));

        assertThat(store.outbox().pendingStreams()).containsExactly(new StreamKey.Request(damaged.id()));
    }

    @Test
    void one_audit_entry_that_cannot_be_read_hides_no_other_of_its_request() {
        AuditEntry entry = new AuditEntry(
                NOON,
                "U0ASHA",
                "asha",
                "asked",
                "virtual_guest:7",
                readable.id().value(),
                Map.of());
        store.auditLog().append(entry);
        rawSql.execute("insert into audit_log (sequence, entry, previous_hash, hash, request_id)"
                + " values (7, '{', '', '', 'readable01')");

        assertThat(store.auditLog().findByRequest("readable01")).containsExactly(entry);
    }

    @Test
    void one_account_link_that_cannot_be_read_hides_no_other_and_decides_nothing() {
        AccountLink other = new AccountLink(
                new SlackUserId("U0OTHER"), Samples.LINK.cloudUserId(), Samples.LINK.email(), Samples.LINK.origin());
        store.accountLinks().save(Samples.LINK);
        store.accountLinks().save(other);
        rawSql.execute("update account_links set method = 'TELEPATHY' where slack_user_id = 'U0OTHER'");

        assertThat(store.accountLinks().listActive()).containsExactly(Samples.LINK);
        assertThat(store.accountLinks().find(Samples.LINK.slackUserId(), AccountName.MAIN))
                .contains(Samples.LINK);
        assertThatThrownBy(() -> store.accountLinks().findByCloudUser(ASHA_REQUESTER.cloudUserId()))
                .isInstanceOf(UnreadableRecordException.class);
        assertThatThrownBy(() -> store.accountLinks().find(other.slackUserId(), AccountName.MAIN))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void an_interaction_that_cannot_be_read_fails_alone() {
        store.inbox().add(slashCommand("interaction-1"));
        store.inbox().add(slashCommand("interaction-2"));
        rawSql.execute("update inbox set body = '{' where id = 'interaction-1'");

        assertThat(store.inbox().pending()).containsExactly("interaction-1", "interaction-2");
        assertThat(store.inbox().find("interaction-2")).contains(slashCommand("interaction-2"));
        assertThatThrownBy(() -> store.inbox().find("interaction-1")).isInstanceOf(UnreadableRecordException.class);
        assertThat(store.inbox().findUnreadable("interaction-1"))
                .contains(new UnreadableInteraction("interaction-1", Optional.empty(), NOON));
        assertThat(store.inbox().findUnreadable("interaction-2").flatMap(UnreadableInteraction::sender))
                .contains(slashCommand("interaction-2").recipient());
    }

    @Test
    void a_row_that_is_read_again_and_again_is_counted_once() {
        damage("{}");
        for (int i = 0; i < 3; i++) store.requests().findOpen();
        assertThat(store.unreadableRows()).isEqualTo(1);
        assertThat(store.requests().find(new RequestId("nobodys001"))).isEmpty();
    }
}
