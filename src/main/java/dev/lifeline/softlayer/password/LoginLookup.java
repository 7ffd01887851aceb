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
 * Looks up the user name recorded for a device, without the password. What is returned without the permission to see passwords (a missing
 * key, an empty list or an error) is in no source (src/docs/platform/softlayer.md, section Reading one device), so an empty list counts
 * only where the API user holds that permission. Thread-safe.
 */
public final class LoginLookup {

    private static final List<String> ADMINISTRATOR_NAMES = List.of("root", "administrator");

    private final QueryClient queries;

    public LoginLookup(QueryClient queries) {
        this.queries = queries;
    }

    /**
     * Result of a look-up.
     *
     * @param username empty where none was returned
     * @param visible whether the API user would be shown a recorded login
     */
    public record Result(Optional<String> username, boolean visible) {}

    /** The user name alone: one query. */
    public Optional<String> username(DeviceId id) {
        return operatingSystem(id).flatMap(LoginLookup::username);
    }

    /**
     * The user name, and whether an absent one proves that none is recorded: a second query reads the API user's permissions where the
     * list is empty.
     */
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
        return queries.findIfPermitted(ApiQuery.of(queryMethod, id.providerId()))
                .map(apiObject -> apiObject.object("operatingSystem"));
    }

    private static boolean hasNoPasswords(ApiObject system) {
        return system.hasValue("passwords") && system.objects("passwords").isEmpty();
    }

    /** The recorded user name; the administrator's where there are several. */
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
        } catch (ProviderUnavailableException e) {
            return false;
        }
    }
}
