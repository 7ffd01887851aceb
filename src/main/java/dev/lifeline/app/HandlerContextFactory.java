package dev.lifeline.app;

import dev.lifeline.access.AccessChangeCheck;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.approval.Policy;
import dev.lifeline.config.Settings;
import dev.lifeline.device.Ports;
import dev.lifeline.handler.context.AccessServices;
import dev.lifeline.handler.context.ApprovalServices;
import dev.lifeline.handler.context.EntryServices;
import dev.lifeline.handler.context.HandlerServices;
import dev.lifeline.handler.context.LinkServices;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.slack.SlackAdapter;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.store.Store;
import java.net.URI;
import java.util.function.Supplier;

/** What stands in the rooms behind the front desk? */
record HandlerContextFactory(Settings settings, Store store, ClassicAdapter classic, SlackAdapter slack) {

    /** @param address of the bot's own pages, known once the port is */
    HandlerServices handlerServices(Policy policy, Supplier<URI> address) {
        return new HandlerServices(
                new ApprovalServices(policy, new ApproverResolver(slack.directory())),
                linkServices(),
                new ServedChannels(settings.scope().channelIds(), store.channelRedirects(), address),
                accessServices(),
                new EntryServices(classic.passwords(), slack.modalUpdater(), ports()));
    }

    private LinkServices linkServices() {
        return new LinkServices(
                slack.users(),
                classic.cloudUsers(),
                store.accountLinks(),
                store.linkTokens(),
                classic.apiKeyVerifier());
    }

    private AccessServices accessServices() {
        return new AccessServices(
                new AccessChangeCheck(classic.cloudUsers(), classic.cloudUserCache()),
                new RemedyContacts(classic.cloudUserCache(), store.accountLinks()),
                new AccessServices.CloudAccount(classic.cloudUsers(), classic.cloudUserCache(), classic.accessAdmin()),
                store.pendingAccessChanges());
    }

    private Ports ports() {
        return new Ports(settings.server().sshPort(), settings.server().rdpPort());
    }
}
