package dev.lifeline.device;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a transaction does to its device, as far as its names tell: the one place that reads them. The provider publishes few names
 * (src/docs/platform/softlayer.md, section Progress and state detection), so that an unknown name decides nothing.
 */
public enum TransactionKind {
    /** Boots the rescue kernel, or a rescue image. */
    RESCUE("rescue|^(?!.*unmount).*(\\biso\\b|_iso_)"),
    /** Replaces or removes what is installed: a reload, a restore, a reclaim, a cancellation. */
    REBUILD("reload|reclaim|restore|cancel|provision"),
    /** Works on the device while it runs: a backup, a captured image, storage, network, monitoring. */
    ONLINE("backup|snapshot|capture|image template|port speed|vlan|firewall|monitor|password|credential"),
    /** Restarts or switches the device, with what is installed. */
    RESTART("unmount|reboot|power|reset|restart|shut"),
    /** No known name. */
    UNKNOWN("(?!)");

    private final Pattern pattern;

    TransactionKind(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The kind by the name of the group; by the step where the group has no known name. */
    static TransactionKind of(Transaction transaction) {
        TransactionKind byGroup = ofName(transaction.groupName());
        return byGroup == UNKNOWN ? ofName(transaction.status() + " " + transaction.friendlyName()) : byGroup;
    }

    private static TransactionKind ofName(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(kind -> kind.pattern.matcher(text).find())
                .findFirst()
                .orElse(UNKNOWN);
    }
}
