package dev.lifeline.device;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;

/**
 * What a transaction does to its device, as far as its names tell: the one place that reads them. The provider publishes few names
 * (src/docs/platform/softlayer.md, section Progress and state detection), so that an unknown name decides nothing.
 */
public enum TransactionKind {
    /** Boots the rescue kernel, or a rescue image. */
    RESCUE("rescue"),
    /** Replaces or removes what is installed: a reload, a restore, a reclaim, a cancellation. */
    REBUILD("reload", "reclaim", "restore", "cancel", "provision"),
    /** Works on the device while it runs: a backup, a captured image, storage, network, monitoring. */
    ONLINE(
            "backup",
            "snapshot",
            "capture",
            "image template",
            "port speed",
            "vlan",
            "firewall",
            "monitor",
            "password",
            "credential"),
    /** Restarts or switches the device, with what is installed. */
    RESTART("unmount", "reboot", "power", "reset", "restart", "shut"),
    /** No known name. */
    UNKNOWN();

    private static final Pattern ISO_PATTERN = Pattern.compile("\\biso\\b|_iso_");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> words;

    TransactionKind(String... words) {
        this.words = List.of(words);
    }

    /** The kind by the name of the group; by the step where the group has no known name. */
    static TransactionKind of(Transaction transaction) {
        TransactionKind byGroup = ofName(transaction.groupName());
        return byGroup == UNKNOWN ? ofName(transaction.status() + " " + transaction.friendlyName()) : byGroup;
    }

    private static TransactionKind ofName(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(kind -> kind.isNamedIn(text))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private boolean isNamedIn(String text) {
        return words.stream().anyMatch(text::contains) || (this == RESCUE && mountsImage(text));
    }

    private static boolean mountsImage(String text) {
        return !text.contains("unmount") && ISO_PATTERN.matcher(text).find();
    }
}
