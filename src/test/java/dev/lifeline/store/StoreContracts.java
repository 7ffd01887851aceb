package dev.lifeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lifeline.access.Links;
import dev.lifeline.access.Offers;
import dev.lifeline.access.Tickets;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.command.Inbox;
import dev.lifeline.command.Replays;
import dev.lifeline.contract.AtomicallyContract;
import dev.lifeline.contract.AuditLogContract;
import dev.lifeline.contract.BudgetsContract;
import dev.lifeline.contract.InboxContract;
import dev.lifeline.contract.LinksContract;
import dev.lifeline.contract.OffersContract;
import dev.lifeline.contract.OutboxContract;
import dev.lifeline.contract.ReplaysContract;
import dev.lifeline.contract.RescueRequestsContract;
import dev.lifeline.contract.Samples;
import dev.lifeline.contract.TicketsContract;
import dev.lifeline.contract.WhereaboutsContract;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Budgets;
import dev.lifeline.message.Outbox;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.rescue.Atomically;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.testkit.Logged;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every contract of the store, against one kind of database. */
abstract class StoreContracts {

    Store store;
    private String url = "";

    /** The URL of a database that nobody used before. */
    abstract String emptyDatabase();

    @BeforeEach
    void open() {
        url = emptyDatabase();
        store = Store.open(url, InstantSource.fixed(Samples.NOON));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void P9_what_was_asked_and_said_is_in_no_exception() {
        Rows rows = new Rows(url);
        rows.change("drop table inbox");
        rows.change("drop table letters");

        assertThat(failure(() -> store.inbox().put(Samples.typed("ask-1")))).doesNotContain("web-07", "https://reply");
        assertThat(failure(() -> store.announcer()
                        .inThread(new RequestId("request001"), Samples.INCIDENT, Samples.saying("web-07 is up"))))
                .doesNotContain("web-07");
    }

    private static String failure(ThrowingCallable write) {
        Throwable failure = catchThrowable(write);
        assertThat(failure).isNotNull();
        return Logged.asText(failure);
    }

    @Test
    void a_clock_that_is_put_back_keeps_nobody_silent_until_it_has_caught_up() {
        Budgets.Rate rate = new Budgets.Rate(Duration.ofSeconds(1), 3);
        try (Store ahead = Store.open(url, InstantSource.fixed(Samples.NOON.plus(Duration.ofHours(1))))) {
            assertThat(ahead.budgets().take("edit", rate)).isEmpty();
        }

        for (int i = 0; i < 3; i++)
            assertThat(store.budgets().take("edit", rate)).isEmpty();
        assertThat(store.budgets().take("edit", rate)).contains(Samples.NOON.plusSeconds(1));
    }

    @Nested
    class Requests extends RescueRequestsContract {
        @Override
        protected RescueRequests requests() {
            return store.requests();
        }
    }

    @Nested
    class Asks extends InboxContract {
        @Override
        protected Inbox inbox() {
            return store.inbox();
        }
    }

    @Nested
    class Letters extends OutboxContract {
        @Override
        protected Announcer announcer() {
            return store.announcer();
        }

        @Override
        protected Outbox outbox() {
            return store.outbox();
        }
    }

    @Nested
    class Places extends WhereaboutsContract {
        @Override
        protected Whereabouts whereabouts() {
            return store.whereabouts();
        }
    }

    @Nested
    class People extends LinksContract {
        @Override
        protected Links links() {
            return store.links();
        }
    }

    @Nested
    class LinkTickets extends TicketsContract {
        @Override
        protected Tickets tickets() {
            return store.tickets();
        }
    }

    @Nested
    class Record extends AuditLogContract {
        @Override
        protected AuditLog log() {
            return store.auditLog();
        }

        @Test
        void what_many_added_at_once_is_without_fault() {
            what_many_add_at_once_is_one_chain();
            assertThat(AuditChain.check(log()).fault()).isEmpty();
        }

        @Test
        void P8_the_database_itself_takes_no_change_and_no_removal() {
            log().record(entry("asked"));
            Rows rows = new Rows(url);

            for (String tampering : List.of(
                    "update audit_log set text = 'forged'",
                    "update audit_log set request = 'another'",
                    "delete from audit_log",
                    "update audit_end set number = 0",
                    "delete from audit_end"))
                assertThatThrownBy(() -> rows.change(tampering)).as(tampering).hasStackTraceContaining("the record");
            log().record(entry("confirmed"));
            assertThat(log().end().number()).isEqualTo(2);
        }
    }

    @Nested
    class Turns extends BudgetsContract {
        @Override
        protected Budgets one() {
            return store.budgets();
        }

        @Override
        protected Budgets other() {
            return store.budgets();
        }
    }

    @Nested
    class Copies extends ReplaysContract {
        @Override
        protected Replays oneReplica() {
            return store.replays();
        }

        @Override
        protected Replays otherReplica() {
            return store.replays();
        }
    }

    @Nested
    class Changes extends OffersContract {
        @Override
        protected Offers offers() {
            return store.offers();
        }
    }

    @Nested
    class Together extends AtomicallyContract {
        @Override
        protected Atomically atomically() {
            return store.atomically();
        }

        @Override
        protected RescueRequests requests() {
            return store.requests();
        }

        @Override
        protected Links links() {
            return store.links();
        }

        @Override
        protected Inbox inbox() {
            return store.inbox();
        }
    }
}
