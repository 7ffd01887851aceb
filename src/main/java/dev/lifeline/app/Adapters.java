package dev.lifeline.app;

import dev.lifeline.app.adapter.ClassicAccounts;
import dev.lifeline.slack.SlackAdapter;
import dev.lifeline.store.Store;
import dev.lifeline.webhook.WebhookClient;

/** The connections of one bot to the outside, each built and none opened. */
record Adapters(
        Store store, ClassicAccounts classic, ProbePool probePool, SlackAdapter slack, WebhookClient webhooks) {}
