package dev.lifeline.app;

import dev.lifeline.slack.SlackAdapter;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.store.Store;
import dev.lifeline.webhook.WebhookClient;

/** The connections of one bot to the outside, each built and none opened. */
record Adapters(Store store, ClassicAdapter classic, ProbePool probePool, SlackAdapter slack, WebhookClient webhooks) {}
