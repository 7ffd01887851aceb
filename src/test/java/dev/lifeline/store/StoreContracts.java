package dev.lifeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.PendingAccessChanges;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.contract.AccountLinksContract;
import dev.lifeline.contract.AuditLogContract;
import dev.lifeline.contract.ChannelRedirectsContract;
import dev.lifeline.contract.InboxContract;
import dev.lifeline.contract.InstallationsContract;
import dev.lifeline.contract.LinkTokensContract;
import dev.lifeline.contract.OutboxContract;
import dev.lifeline.contract.PendingAccessChangesContract;
import dev.lifeline.contract.PendingVotesContract;
import dev.lifeline.contract.PhaseDurationsContract;
import dev.lifeline.contract.RescueRequestsContract;
import dev.lifeline.contract.Samples;
import dev.lifeline.contract.SeenSignaturesContract;
import dev.lifeline.contract.SharedRateLimiterContract;
import dev.lifeline.contract.TransactionRunnerContract;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.PendingVotes;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.rescue.PhaseDurations;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.TransactionRunner;
import dev.lifeline.slack.port.Installations;
import dev.lifeline.slack.port.OAuthStates;
import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.store.sql.AuditChain;
import dev.lifeline.store.sql.ReplicaSighting;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.StackTraceText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every contract of the store, run against one kind of database. */
@ExtendWith(FullScanExtension.class)
abstract class StoreContracts {

    Store store;
    private String databaseUrl = "";

    /** The URL of a new, empty database. */
    abstract String emptyDatabaseUrl();

    @BeforeEach
    void open() {
        databaseUrl = emptyDatabaseUrl();
        store = Store.open(databaseUrl, InstantSource.fixed(Fixtures.NOON));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void P9_user_text_is_in_no_exception() {
        RawSql rawSql = new RawSql(databaseUrl);
        rawSql.execute("drop table inbox");
        rawSql.execute("drop table outbox_messages");

        assertThat(failureText(() -> store.inbox().add(Samples.slashCommand("interaction-1"))))
                .doesNotContain("web-07", "https://reply");
        assertThat(failureText(() -> store.notifier()
                        .replyInThread(
                                new RequestId("request001"),
                                Fixtures.INCIDENT_CHANNEL,
                                Samples.textMessage("web-07 is up"))))
                .doesNotContain("web-07");
    }

    @Test
    void a_replica_is_seen_until_it_has_been_silent_for_a_minute() {
        store.replicas().announce("7@web-1", "0.1.0");
        Instant later = Fixtures.NOON.plus(Duration.ofSeconds(61));
        try (Store other = Store.open(databaseUrl, InstantSource.fixed(later))) {
            assertThat(other.replicas().seen(Fixtures.NOON))
                    .containsExactly(new ReplicaSighting("7@web-1", "0.1.0", Fixtures.NOON, Duration.ZERO));
            assertThat(other.replicas().seen(later)).isEmpty();

            other.replicas().announce("7@web-2", "0.2.0");
            assertThat(store.replicas().seen(Fixtures.NOON))
                    .extracting(ReplicaSighting::replica)
                    .containsExactly("7@web-2");
        }
    }

    private static String failureText(ThrowingCallable write) {
        Throwable failure = catchThrowable(write);
        assertThat(failure).isNotNull();
        return StackTraceText.of(failure);
    }

    @Test
    void a_clock_that_is_set_back_blocks_no_rate_limit() {
        SharedRateLimiter.Rate rate = new SharedRateLimiter.Rate(Duration.ofSeconds(1), 3);
        try (Store aheadStore = Store.open(databaseUrl, InstantSource.fixed(Fixtures.NOON.plus(Duration.ofHours(1))))) {
            assertThat(aheadStore.rateLimiter().tryAcquire("edit", rate)).isEmpty();
        }

        for (int i = 0; i < 3; i++)
            assertThat(store.rateLimiter().tryAcquire("edit", rate)).isEmpty();
        assertThat(store.rateLimiter().tryAcquire("edit", rate)).contains(Fixtures.NOON.plusSeconds(1));
    }

    @Test
    void a_clock_that_is_set_back_pauses_nothing_for_an_hour() {
        try (Store aheadStore = Store.open(databaseUrl, InstantSource.fixed(Fixtures.NOON.plus(Duration.ofHours(1))))) {
            aheadStore.rateLimiter().pauseUntil("chat.update", Fixtures.NOON.plus(Duration.ofMinutes(61)));
        }
        assertThat(store.rateLimiter().pausedUntil("chat.update")).isEmpty();

        store.rateLimiter().pauseUntil("chat.update", Fixtures.NOON.plusSeconds(30));
        assertThat(store.rateLimiter().pausedUntil("chat.update")).contains(Fixtures.NOON.plusSeconds(30));
    }

    @Nested
    class RescueRequestsTests extends RescueRequestsContract {
        @Override
        protected RescueRequests requests() {
            return store.requests();
        }
    }

    @Nested
    class PhaseDurationsTests extends PhaseDurationsContract {
        @Override
        protected RescueRequests requests() {
            return store.requests();
        }

        @Override
        protected PhaseDurations durations() {
            return store.phaseDurations();
        }
    }

    @Nested
    class InboxTests extends InboxContract {
        @Override
        protected Inbox inbox() {
            return store.inbox();
        }
    }

    @Nested
    class PendingVotesTests extends PendingVotesContract {
        @Override
        protected PendingVotes pendingVotes() {
            return store.pendingVotes();
        }

        @Override
        protected Inbox inbox() {
            return store.inbox();
        }
    }

    @Nested
    class OutboxTests extends OutboxContract {
        @Override
        protected Notifier notifier() {
            return store.notifier();
        }

        @Override
        protected Outbox outbox() {
            return store.outbox();
        }
    }

    @Nested
    class ChannelRedirectsTests extends ChannelRedirectsContract {
        @Override
        protected ChannelRedirects channelRedirects() {
            return store.channelRedirects();
        }
    }

    @Nested
    class AccountLinksTests extends AccountLinksContract {
        @Override
        protected AccountLinks accountLinks() {
            return store.accountLinks();
        }
    }

    @Nested
    class LinkTokensTests extends LinkTokensContract {
        @Override
        protected LinkTokens linkTokens() {
            return store.linkTokens();
        }
    }

    @Nested
    class AuditLogTests extends AuditLogContract {
        @Override
        protected AuditLog auditLog() {
            return store.auditLog();
        }

        @Test
        void what_many_added_at_once_is_without_fault() {
            what_many_add_at_once_is_one_chain();
            assertThat(AuditChain.verify(auditLog()).fault()).isEmpty();
        }

        @Test
        void P8_the_database_itself_takes_no_change_and_no_removal() {
            auditLog().append(entry("asked"));
            RawSql rawSql = new RawSql(databaseUrl);

            for (String tampering : List.of(
                    "update audit_log set entry = 'forged'",
                    "update audit_log set request_id = 'another'",
                    "delete from audit_log",
                    "update audit_head set sequence = 0",
                    "delete from audit_head"))
                assertThatThrownBy(() -> rawSql.execute(tampering))
                        .as(tampering)
                        .hasStackTraceContaining("the audit log");
            auditLog().append(entry("confirmed"));
            assertThat(auditLog().head().sequence()).isEqualTo(2);
        }
    }

    @Nested
    class SharedRateLimiterTests extends SharedRateLimiterContract {
        @Override
        protected SharedRateLimiter firstReplica() {
            return store.rateLimiter();
        }

        @Override
        protected SharedRateLimiter secondReplica() {
            return store.rateLimiter();
        }
    }

    @Nested
    class SeenSignaturesTests extends SeenSignaturesContract {
        @Override
        protected SeenSignatures firstReplica() {
            return store.seenSignatures();
        }

        @Override
        protected SeenSignatures secondReplica() {
            return store.seenSignatures();
        }
    }

    @Nested
    class InstallationsTests extends InstallationsContract {
        @Override
        protected Installations installations() {
            return store.installations();
        }

        @Override
        protected OAuthStates states() {
            return store.oauthStates();
        }
    }

    @Nested
    class PendingAccessChangesTests extends PendingAccessChangesContract {
        @Override
        protected PendingAccessChanges pendingChanges() {
            return store.pendingAccessChanges();
        }
    }

    @Nested
    class TransactionRunnerTests extends TransactionRunnerContract {
        @Override
        protected TransactionRunner transactions() {
            return store.transactionRunner();
        }

        @Override
        protected RescueRequests requests() {
            return store.requests();
        }

        @Override
        protected AccountLinks accountLinks() {
            return store.accountLinks();
        }

        @Override
        protected Inbox inbox() {
            return store.inbox();
        }
    }
}
