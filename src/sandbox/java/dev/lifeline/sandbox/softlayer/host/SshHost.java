package dev.lifeline.sandbox.softlayer.host;

import dev.lifeline.sandbox.softlayer.account.Device;

/** A device that answers SSH, in its installed system or in rescue. */
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
                .filter(credential ->
                        credential.username().equals(username) && credential.password().equals(password))
                .isPresent();
    }
}
