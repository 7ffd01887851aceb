package dev.lifeline.app;

import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.ApiKeyVerifier;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.PendingAccessChanges;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.account.ProviderPorts;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.Policy;
import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.Ports;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.handler.inbox.PendingVotes;
import dev.lifeline.handler.query.SelfCheck;
import dev.lifeline.handler.rescue.DeviceBackground;
import dev.lifeline.message.port.Canvases;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.Estimates;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.TransactionRunner;
import dev.lifeline.slack.SlackAdapter;
import dev.lifeline.store.Store;
import java.net.URI;
import java.util.function.Supplier;

/**
 * The ports that the handlers use, by the adapter that implements them. Only {@link HandlerWiring} sees them together: each handler gets
 * the two to five that it uses.
 */
public record HandlerPorts(StorePorts store, AccountPorts account, SlackPorts slack, OperatorRules rules) {

    /** What handlers read from and write to the database. */
    public record StorePorts(
            RescueRequests requests,
            AccountLinks accountLinks,
            LinkTokens linkTokens,
            PendingAccessChanges pendingChanges,
            PendingVotes pendingVotes,
            Notifier notifier,
            TransitionRecorder recorder,
            TransactionRunner transactions,
            Estimates estimates) {

        static StorePorts of(Store store, TransitionRecorder recorder) {
            return new StorePorts(
                    store.requests(),
                    store.accountLinks(),
                    store.linkTokens(),
                    store.pendingAccessChanges(),
                    store.pendingVotes(),
                    store.notifier(),
                    recorder,
                    store.transactionRunner(),
                    new Estimates(store.phaseDurations()));
        }

        DeviceBackground background(AccountPorts account) {
            return new DeviceBackground(account.deviceNotices(), account.quickProbe(), requests, estimates);
        }
    }

    /**
     * What handlers read from and change on the cloud accounts.
     *
     * @param quickProbe for what a person waits for: gives up sooner than the probe that proves something
     */
    public record AccountPorts(
            Devices devices,
            DeviceNotices deviceNotices,
            DeviceProbe quickProbe,
            RescueProvider rescueProvider,
            Passwords passwords,
            CloudUsers cloudUsers,
            CloudUserCache cloudUserCache,
            AccessAdmin accessAdmin,
            ApiKeyVerifier apiKeyVerifier) {

        static AccountPorts of(ProviderPorts.UserPorts users, DevicePorts devicePorts) {
            return new AccountPorts(
                    devicePorts.devices(),
                    devicePorts.notices(),
                    devicePorts.probes().quick(),
                    devicePorts.rescueProvider(),
                    devicePorts.passwords(),
                    users.cloudUsers(),
                    users.cloudUserCache(),
                    users.accessAdmin(),
                    users.apiKeyVerifier());
        }
    }

    /** What handlers ask and show in Slack, outside the outbox. */
    public record SlackPorts(SlackUsers users, Directory directory, ModalUpdater modalUpdater, Canvases canvases) {

        static SlackPorts of(SlackAdapter slack) {
            return new SlackPorts(slack.users(), slack.directory(), slack.modalUpdater(), slack.canvases());
        }
    }

    /**
     * What the operator has set.
     *
     * @param ports the ports at which devices are reached
     * @param baseUrl the base URL of the bot's pages as people reach it; known once the port is open
     * @param selfCheck the checks of the installation
     */
    public record OperatorRules(
            ServedChannels servedChannels, Policy policy, Ports ports, Supplier<URI> baseUrl, SelfCheck selfCheck) {

        /** Without checks. */
        public OperatorRules(ServedChannels servedChannels, Policy policy, Ports ports, Supplier<URI> baseUrl) {
            this(servedChannels, policy, ports, baseUrl, SelfCheck.NONE);
        }
    }
}
