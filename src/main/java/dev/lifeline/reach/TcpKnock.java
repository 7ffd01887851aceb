package dev.lifeline.reach;

import dev.lifeline.device.Reach.Knock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Does a port take a connection? Nothing is said over it. */
final class TcpKnock {

    private TcpKnock() {}

    static Knock at(InetSocketAddress place, Duration patience) {
        if (place.isUnresolved()) return new Knock.Silent();
        try (Socket socket = new Socket()) {
            socket.connect(place, Math.max(1, Math.toIntExact(patience.toMillis())));
            return new Knock.Open();
        } catch (IOException nobody) {
            return new Knock.Silent();
        }
    }
}
