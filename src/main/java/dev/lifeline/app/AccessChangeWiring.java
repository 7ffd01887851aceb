package dev.lifeline.app;

import dev.lifeline.access.AccessChangeCheck;
import dev.lifeline.app.HandlerPorts.AccountPorts;
import dev.lifeline.app.HandlerPorts.StorePorts;
import dev.lifeline.handler.CallerCache;
import dev.lifeline.handler.access.AccessChangeAudit;
import dev.lifeline.handler.access.AccessChangeListener;
import dev.lifeline.handler.access.AccessChangeReporter;
import dev.lifeline.handler.access.AccessChangeSender;
import dev.lifeline.handler.access.ChangeAccessHandler;
import dev.lifeline.handler.access.ChangeClaims;
import dev.lifeline.handler.access.ChangeOffers;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.UserLocales;
import java.time.InstantSource;

/** Builds what offers and makes changes of people's access. */
final class AccessChangeWiring {

    private final StorePorts store;
    private final AccountPorts account;
    private final InstantSource clock;

    AccessChangeWiring(StorePorts store, AccountPorts account, InstantSource clock) {
        this.store = store;
        this.account = account;
        this.clock = clock;
    }

    ChangeOffers offers() {
        return new ChangeOffers(check(), store.pendingChanges(), clock);
    }

    ChangeAccessHandler handler(CallerCache callerCache, UserLocales locales, Replies replies) {
        AccessChangeAudit audit = new AccessChangeAudit(store.recorder());
        AccessChangeListener cacheInvalidation = (slackUser, cloudUser) -> {
            callerCache.invalidate(slackUser);
            account.cloudUserCache().invalidate(cloudUser);
        };
        return new ChangeAccessHandler(
                new ChangeClaims(store.pendingChanges(), store.transactions(), audit),
                check(),
                new AccessChangeSender(account.cloudUsers(), account.accessAdmin(), cacheInvalidation),
                new AccessChangeReporter(audit, replies, store.notifier(), locales),
                replies);
    }

    private AccessChangeCheck check() {
        return new AccessChangeCheck(account.cloudUsers(), account.cloudUserCache());
    }
}
