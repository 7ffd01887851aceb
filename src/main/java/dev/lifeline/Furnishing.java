package dev.lifeline;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.ChangeCheck;
import dev.lifeline.access.Remedies;
import dev.lifeline.approval.Electing;
import dev.lifeline.approval.Policy;
import dev.lifeline.classic.ClassicDoor;
import dev.lifeline.command.AccessDesk;
import dev.lifeline.command.Consent;
import dev.lifeline.command.Entrance;
import dev.lifeline.command.Linking;
import dev.lifeline.command.Rooms;
import dev.lifeline.command.Serving;
import dev.lifeline.config.Settings;
import dev.lifeline.device.Ports;
import dev.lifeline.slack.SlackDoor;
import dev.lifeline.store.Store;
import java.net.URI;
import java.util.function.Supplier;

/** What stands in the rooms behind the front desk? */
record Furnishing(Settings settings, Store store, ClassicDoor classic, SlackDoor slack) {

    /** @param address of the bot's own pages, known once the port is */
    Rooms rooms(AccessCheck access, Policy policy, Supplier<URI> address) {
        return new Rooms(
                new Consent(policy, new Electing(slack.directory())),
                linking(),
                new Serving(settings.served().channels(), store.whereabouts(), address),
                accounts(access),
                new Entrance(classic.passwords(), slack.windows(), ports()));
    }

    private Linking linking() {
        return new Linking(slack.people(), classic.cloudUsers(), store.links(), store.tickets(), classic.proofs());
    }

    private AccessDesk accounts(AccessCheck access) {
        return new AccessDesk(
                new ChangeCheck(access, classic.cloudUsers(), classic.recentUsers()),
                new Remedies(classic.recentUsers(), store.links()),
                new AccessDesk.Account(classic.cloudUsers(), classic.recentUsers(), classic.grants()),
                store.offers());
    }

    private Ports ports() {
        return new Ports(settings.local().sshPort(), settings.local().rdpPort());
    }
}
