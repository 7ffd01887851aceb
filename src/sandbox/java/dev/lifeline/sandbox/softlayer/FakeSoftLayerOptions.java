package dev.lifeline.sandbox.softlayer;

import java.time.InstantSource;

/**
 * Settings of the fake SoftLayer.
 *
 * @param host the address the API listens on
 * @param port the API's port; 0 takes a free one
 * @param speed how many times faster than real time transactions run; positive
 * @param generatedDevices how many devices to generate besides the nine of the default account
 * @param seed determines generated devices, host keys and random faults
 * @param sshPort where Linux devices and the Linux rescue kernel answer; 0 takes a free one
 * @param rdpPort where Windows devices and the Windows rescue kernel answer; 0 takes a free one
 * @param clock the source of time
 * @param secondAccount whether it is the account besides the default one: the same devices at other addresses, and other people
 */
public record FakeSoftLayerOptions(
        String host, int port, double speed, int generatedDevices, long seed, int sshPort, int rdpPort, InstantSource clock, boolean secondAccount) {

    private static final int MAX_PORT = 65_535;

    public FakeSoftLayerOptions {
        if (!(speed > 0) || Double.isInfinite(speed))
            throw new IllegalArgumentException("speed must be a positive number: " + speed);
        if (generatedDevices < 0) throw new IllegalArgumentException("devices must not be negative: " + generatedDevices);
        requireValidPort(port);
        requireValidPort(sshPort);
        requireValidPort(rdpPort);
    }

    private static void requireValidPort(int port) {
        if (port < 0 || port > MAX_PORT) throw new IllegalArgumentException("not a port: " + port);
    }

    /** Returns the default account in real time. */
    public static FakeSoftLayerOptions defaultsOnPort(int port) {
        return new FakeSoftLayerOptions("127.0.0.1", port, 1, 0, 42, 0, 0, InstantSource.system(), false);
    }

    public FakeSoftLayerOptions withHost(String other) {
        return new FakeSoftLayerOptions(other, port, speed, generatedDevices, seed, sshPort, rdpPort, clock, secondAccount);
    }

    public FakeSoftLayerOptions withSpeed(double other) {
        return new FakeSoftLayerOptions(host, port, other, generatedDevices, seed, sshPort, rdpPort, clock, secondAccount);
    }

    public FakeSoftLayerOptions withGeneratedDevices(int other) {
        return new FakeSoftLayerOptions(host, port, speed, other, seed, sshPort, rdpPort, clock, secondAccount);
    }

    public FakeSoftLayerOptions withSeed(long other) {
        return new FakeSoftLayerOptions(host, port, speed, generatedDevices, other, sshPort, rdpPort, clock, secondAccount);
    }

    public FakeSoftLayerOptions withSshPort(int other) {
        return new FakeSoftLayerOptions(host, port, speed, generatedDevices, seed, other, rdpPort, clock, secondAccount);
    }

    public FakeSoftLayerOptions withRdpPort(int other) {
        return new FakeSoftLayerOptions(host, port, speed, generatedDevices, seed, sshPort, other, clock, secondAccount);
    }

    public FakeSoftLayerOptions withClock(InstantSource other) {
        return new FakeSoftLayerOptions(host, port, speed, generatedDevices, seed, sshPort, rdpPort, other, secondAccount);
    }

    /** Returns the account besides the default one. */
    public FakeSoftLayerOptions ofSecondAccount() {
        return new FakeSoftLayerOptions(host, port, speed, generatedDevices, seed, sshPort, rdpPort, clock, true);
    }
}
