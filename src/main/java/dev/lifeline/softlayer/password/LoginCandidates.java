package dev.lifeline.softlayer.password;

import dev.lifeline.device.Login;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of asking for the logins of one device? All are wiped when it is closed, but for the one that was taken. */
final class LoginCandidates implements AutoCloseable {

    private final List<Login> systemLogins = new ArrayList<>();
    private final List<Login> softwareLogins = new ArrayList<>();
    private long deviceId;

    void setDeviceId(long device) {
        this.deviceId = device;
    }

    /** The id of the device that the answer is about, 0 where it is about none. */
    long deviceId() {
        return deviceId;
    }

    /** One of the operating system's. */
    void addSystemLogin(Login login) {
        systemLogins.add(login);
    }

    /** One of some software's, which may be the operating system again. */
    void addSoftwareLogin(Login login) {
        softwareLogins.add(login);
    }

    /**
     * The system's administrator, or whoever else the system knows. Of other software only an administrator's is good: a database's
     * password opens no rescue kernel.
     */
    Optional<Login> takeBest() {
        Optional<Login> best = Stream.of(
                        systemLogins.stream().filter(LoginCandidates::isAdministrator),
                        systemLogins.stream(),
                        softwareLogins.stream().filter(LoginCandidates::isAdministrator))
                .flatMap(some -> some)
                .filter(login -> !login.password().containsOnlyBlanks())
                .findFirst();
        best.ifPresent(taken -> {
            systemLogins.remove(taken);
            softwareLogins.remove(taken);
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
