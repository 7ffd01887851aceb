package dev.lifeline.command;

import dev.lifeline.access.Permission;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /rescue whoami}: who the caller is on the account, and what they lack. */
final class ShowWhoAmI {

    /** What each permission is needed for, by the phrasebook's {@code purpose.…}. */
    private static final Map<Permission, String> NEEDED = needed();

    private final Desk desk;

    ShowWhoAmI(Desk desk) {
        this.desk = desk;
    }

    Decision decide(Caller caller) {
        Map<Permission, String> lacking = new LinkedHashMap<>(NEEDED);
        lacking.keySet().removeIf(caller.user()::holds);
        return desk.reply(caller, caller.voice().answers().whoAmI(caller.user(), lacking));
    }

    private static Map<Permission, String> needed() {
        Map<Permission, String> needed = new LinkedHashMap<>();
        needed.put(Permission.SERVER_RELOAD, "launch");
        needed.put(Permission.REMOTE_MANAGEMENT, "return");
        needed.put(Permission.VIRTUAL_GUEST_VIEW, "see.guests");
        needed.put(Permission.HARDWARE_VIEW, "see.hardware");
        return needed;
    }
}
