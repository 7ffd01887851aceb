package dev.lifeline.reach;

import java.util.List;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Hears the server introduce itself, and hang up. */
final class ShownListener implements SessionListener {

    @Override
    public void sessionPeerIdentificationReceived(Session session, String version, List<String> extraLines) {
        Shown.of(session).ifPresent(Shown::spoke);
    }

    @Override
    public void sessionClosed(Session session) {
        Shown.of(session).ifPresent(Shown::hungUp);
    }
}
