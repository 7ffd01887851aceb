package dev.lifeline.sandbox.classic.wire;

import dev.lifeline.sandbox.classic.world.Device;

/** A device while it answers SSH: in its own system, or in rescue. */
record SshHost(Device device, Life life) {

    String hostname() {
        return life == Life.INSTALLED ? device.spec().hostname() : "rescue";
    }

    String prompt() {
        return "[root@" + hostname() + " ~]# ";
    }

    boolean admits(String username, String password) {
        return device.spec()
                .recorded()
                .filter(known ->
                        known.username().equals(username) && known.password().equals(password))
                .isPresent();
    }
}
