package dev.lifeline.classic;

import dev.lifeline.device.Login;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of asking for the logins of one device? All are wiped when it is closed, but for the one that was taken. */
final class LoginRows implements AutoCloseable {

    private final List<Login> ofSystem = new ArrayList<>();
    private final List<Login> ofSoftware = new ArrayList<>();
    private long id;

    void about(long device) {
        this.id = device;
    }

    /** The id of the device that the answer is about, 0 where it is about none. */
    long id() {
        return id;
    }

    /** One of the operating system's. */
    void system(Login login) {
        ofSystem.add(login);
    }

    /** One of some software's, which may be the operating system again. */
    void software(Login login) {
        ofSoftware.add(login);
    }

    /**
     * The system's administrator, or whoever else the system knows. Of other software only an administrator's is good: a database's
     * password opens no rescue kernel.
     */
    Optional<Login> take() {
        Optional<Login> best = Stream.of(
                        ofSystem.stream().filter(LoginRows::isAdministrator),
                        ofSystem.stream(),
                        ofSoftware.stream().filter(LoginRows::isAdministrator))
                .flatMap(some -> some)
                .filter(login -> !login.password().blank())
                .findFirst();
        best.ifPresent(taken -> {
            ofSystem.remove(taken);
            ofSoftware.remove(taken);
        });
        return best;
    }

    private static boolean isAdministrator(Login login) {
        return Logins.isAdministrator(login.username());
    }

    @Override
    public void close() {
        ofSystem.forEach(Login::close);
        ofSoftware.forEach(Login::close);
    }
}
