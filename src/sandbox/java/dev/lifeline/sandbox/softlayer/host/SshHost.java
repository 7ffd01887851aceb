package dev.lifeline.sandbox.softlayer.host;

import dev.lifeline.sandbox.softlayer.account.Device;

/** A device while it answers SSH: in its own system, or in rescue. */
record SshHost(Device device, HostKeyRole role) {

    String hostname() {
        return role == HostKeyRole.INSTALLED ? device.spec().hostname() : "rescue";
    }

    String prompt() {
        return "[root@" + hostname() + " ~]# ";
    }

    boolean acceptsCredentials(String username, String password) {
        return device.spec()
                .recordedCredential()
                .filter(known ->
                        known.username().equals(username) && known.password().equals(password))
                .isPresent();
    }
}
