package dev.lifeline.softlayer.password;

import dev.lifeline.device.Login;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The logins recorded for one device. {@link #close} wipes every password except that of the login that was taken. Not thread-safe. */
final class LoginCandidates implements AutoCloseable {

    private final List<Login> systemLogins = new ArrayList<>();
    private final List<Login> softwareLogins = new ArrayList<>();
    private long deviceId;

    void setDeviceId(long id) {
        this.deviceId = id;
    }

    /** Id of the device that the response is about; 0 where it names none. */
    long deviceId() {
        return deviceId;
    }

    /** Adds a login of the operating system. */
    void addSystemLogin(Login login) {
        systemLogins.add(login);
    }

    /** Adds a login of other software, which may be the operating system again. */
    void addSoftwareLogin(Login login) {
        softwareLogins.add(login);
    }

    /**
     * Takes the administrator's login of the operating system, else any of its logins. Of other software only an administrator's login is
     * taken: the password of a database does not open a rescue kernel. The caller closes the login.
     */
    Optional<Login> takeBest() {
        Optional<Login> best = Stream.of(
                        systemLogins.stream().filter(LoginCandidates::isAdministrator),
                        systemLogins.stream(),
                        softwareLogins.stream().filter(LoginCandidates::isAdministrator))
                .flatMap(logins -> logins)
                .filter(login -> !login.password().containsOnlyBlanks())
                .findFirst();
        best.ifPresent(chosen -> {
            systemLogins.remove(chosen);
            softwareLogins.remove(chosen);
        });
        return best;
    }

    private static boolean isAdministrator(Login login) {
        return LoginLookup.isAdministrator(login.username());
    }

    @Override
    public void close() {
        systemLogins.forEach(Login::close);
        softwareLogins.forEach(Login::close);
    }
}
