package dev.lifeline.softlayer.password;

import dev.lifeline.access.Permission;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceType;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.UserMapper;
import dev.lifeline.softlayer.rest.ApiObject;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom does one log in as on a device? Only the name is asked for. What comes without the permission to see passwords is in no source, a
 * missing key, an empty list or an error (softlayer.md 2.3), so that an empty list says something only where the bot has that permission.
 */
public final class LoginLookup {

    private static final List<String> ADMINISTRATOR_NAMES = List.of("root", "administrator");

    private final QueryClient queries;

    public LoginLookup(QueryClient queries) {
        this.queries = queries;
    }

    /**
     * What was seen of a device's login.
     *
     * @param visible whether the bot would be shown one
     */
    public record Result(Optional<String> username, boolean visible) {}

    /** The name alone. */
    public Optional<String> username(DeviceId id) {
        return operatingSystem(id).flatMap(LoginLookup::username);
    }

    /** The name, or whether there is none: asks for the bot's own rights where nothing is listed. */
    public Result lookUp(DeviceId id) {
        Optional<ApiObject> system = operatingSystem(id);
        Optional<String> name = system.flatMap(LoginLookup::username);
        return new Result(
                name,
                name.isPresent() || (system.filter(LoginLookup::hasNoPasswords).isPresent() && mayViewPasswords()));
    }

    private Optional<ApiObject> operatingSystem(DeviceId id) {
        QueryMethod queryMethod =
                id.type() == DeviceType.VIRTUAL_GUEST ? QueryMethod.GUEST_LOGIN : QueryMethod.SERVER_LOGIN;
        return queries.findIfPermitted(ApiQuery.of(queryMethod, id.value()))
                .map(apiObject -> apiObject.object("operatingSystem"));
    }

    private static boolean hasNoPasswords(ApiObject system) {
        return system.hasValue("passwords") && system.objects("passwords").isEmpty();
    }

    /** The administrator's, where several are on record. */
    public static Optional<String> username(ApiObject system) {
        List<String> names = system.objects("passwords").stream()
                .flatMap(password -> password.text("username").stream())
                .toList();
        return names.stream()
                .filter(LoginLookup::isAdministrator)
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    static boolean isAdministrator(String name) {
        return ADMINISTRATOR_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private boolean mayViewPasswords() {
        try {
            return queries.find(ApiQuery.of(QueryMethod.CURRENT_USER))
                    .filter(apiObject -> apiObject.id().isPresent())
                    .map(UserMapper::toCurrentUser)
                    .filter(user -> user.hasPermission(Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD))
                    .isPresent();
        } catch (ProviderUnavailableException untold) {
            return false;
        }
    }
}
