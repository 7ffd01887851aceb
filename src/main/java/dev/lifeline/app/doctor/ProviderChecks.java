package dev.lifeline.app.doctor;

import dev.lifeline.access.Permission;
import dev.lifeline.app.adapter.AdapterConfigs;
import dev.lifeline.config.Settings;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.rest.CurrentUser;
import dev.lifeline.softlayer.rest.InvalidApiKeyException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks the provider's key, its rights, what it sees, and the image that rescues Windows guests. */
final class ProviderChecks {

    private static final String SUBJECT = "provider";

    private static final List<Permission> REQUIRED_PERMISSIONS = List.of(
            Permission.SERVER_RELOAD,
            Permission.REMOTE_MANAGEMENT,
            Permission.VIRTUAL_GUEST_VIEW,
            Permission.HARDWARE_VIEW);

    private final Settings.SoftLayer softLayer;

    ProviderChecks(Settings.SoftLayer softLayer) {
        this.softLayer = softLayer;
    }

    /** One line where the key or the way to the provider is wrong, since nothing else can be told then. */
    List<CheckResult> run() {
        try (ClassicAdapter classic = AdapterConfigs.classicAdapter(softLayer)) {
            CurrentUser user = classic.currentUser();
            List<CheckResult> results = new ArrayList<>(List.of(checkPermissions(user)));
            results.add(UserChecks.check(user, classic.accountUsers(user)));
            results.add(checkDevices(classic));
            results.add(checkRescueImage(classic));
            return results;
        } catch (InvalidApiKeyException e) {
            return List.of(CheckResult.wrong(SUBJECT, String.valueOf(e.getMessage())));
        } catch (ProviderUnavailableException e) {
            return List.of(CheckResult.wrong(
                    SUBJECT, "cannot be asked (" + e.getMessage() + "): check SL_ENDPOINT_URL and the network"));
        }
    }

    private static CheckResult checkPermissions(CurrentUser user) {
        String missing = REQUIRED_PERMISSIONS.stream()
                .filter(permission -> !user.hasPermission(permission))
                .map(permission -> permission + " (" + permission.portalName() + ")")
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? CheckResult.ok(SUBJECT, "user " + user.username() + " holds what a rescue needs" + passwordNote(user))
                : CheckResult.wrong(
                        SUBJECT, "user " + user.username() + " lacks " + missing + ": have an administrator grant it");
    }

    private static String passwordNote(CurrentUser user) {
        Permission permission = Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD;
        return user.hasPermission(permission)
                ? ""
                : "; without " + permission + " (" + permission.portalName() + ") Reveal password shows nothing";
    }

    private static CheckResult checkDevices(ClassicAdapter classic) {
        int devices = classic.devices().search("").size();
        return devices > 0
                ? CheckResult.ok("devices", devices + " in sight")
                : CheckResult.warn(
                        "devices",
                        "the bot's user sees none: have an administrator give it access to those it is to serve");
    }

    private static CheckResult checkRescueImage(ClassicAdapter classic) {
        return classic.rescueImageProblem()
                .map(problem -> CheckResult.warn("image", problem))
                .orElseGet(() -> CheckResult.ok("image", "for Windows guests found"));
    }
}
