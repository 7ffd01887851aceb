package dev.lifeline.classic;

import dev.lifeline.access.Permission;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Kind;
import dev.lifeline.device.ProviderUnreachable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom does one log in as on a device? Only the name is asked for. What comes without the permission to see passwords is in no source, a
 * missing key, an empty list or an error (softlayer.md 2.3), so that an empty list says something only where the bot has that permission.
 */
final class Logins {

    private static final List<String> USUAL_NAMES = List.of("root", "administrator");

    private final Reads reads;

    Logins(Reads reads) {
        this.reads = reads;
    }

    /**
     * What was seen of a device's login.
     *
     * @param visible whether the bot would be shown one
     */
    record Seen(Optional<String> name, boolean visible) {}

    /** The name alone. */
    Optional<String> name(DeviceId id) {
        return system(id).flatMap(Logins::name);
    }

    /** The name, or whether there is none: asks for the bot's own rights where nothing is listed. */
    Seen of(DeviceId id) {
        Optional<Row> system = system(id);
        Optional<String> name = system.flatMap(Logins::name);
        return new Seen(
                name, name.isPresent() || (system.filter(Logins::listsNone).isPresent() && maySee()));
    }

    private Optional<Row> system(DeviceId id) {
        Read read = id.kind() == Kind.VIRTUAL_GUEST ? Read.LOGIN_OF_GUEST : Read.LOGIN_OF_SERVER;
        return reads.findIfPermitted(Question.of(read, id.value())).map(row -> row.row("operatingSystem"));
    }

    private static boolean listsNone(Row system) {
        return system.tells("passwords") && system.rows("passwords").isEmpty();
    }

    /** The administrator's, where several are on record. */
    static Optional<String> name(Row system) {
        List<String> names = system.rows("passwords").stream()
                .flatMap(password -> password.text("username").stream())
                .toList();
        return names.stream()
                .filter(Logins::isAdministrator)
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    static boolean isAdministrator(String name) {
        return USUAL_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private boolean maySee() {
        try {
            return reads.find(Question.of(Read.CURRENT_USER))
                    .filter(row -> row.id().isPresent())
                    .map(UserRows::current)
                    .filter(user -> user.holds(Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD))
                    .isPresent();
        } catch (ProviderUnreachable untold) {
            return false;
        }
    }
}
