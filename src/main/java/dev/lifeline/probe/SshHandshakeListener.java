package dev.lifeline.probe;

import java.util.List;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Passes the identification of a server and the end of its connection on to the {@link SshHandshake}. Stateless. */
final class SshHandshakeListener implements SessionListener {

    @Override
    public void sessionPeerIdentificationReceived(Session session, String version, List<String> extraLines) {
        SshHandshake.of(session).ifPresent(SshHandshake::identificationReceived);
    }

    @Override
    public void sessionClosed(Session session) {
        SshHandshake.of(session).ifPresent(SshHandshake::connectionClosed);
    }
}
