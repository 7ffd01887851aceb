package dev.lifeline.device;

/**
 * Probes a device over the network from where the bot runs: does its SSH or RDP port answer, and with which SSH host key.
 *
 * <p>No answer proves nothing about the device: a firewall may be in between.
 */
public interface DeviceProbe {

    /**
     * Connects once, without logging in. Linux is probed over SSH, Windows over RDP, a device without an operating system
     * over both; the public address first, then the private one.
     *
     * <p>Blocks for at most the time-out of the implementation, all addresses together (3 seconds in the product). Reports
     * every network failure as {@link ProbeResult.NoAnswer} and throws nothing. Thread-safe.
     */
    ProbeResult probe(Device device);

    /** Result of one probe. */
    sealed interface ProbeResult {

        /** No port answered within the time-out, or the device has no address that can be probed. */
        record NoAnswer() implements ProbeResult {}

        /** The SSH or RDP server answered, and showed no SSH host key. */
        record PortOpen() implements ProbeResult {}

        /**
         * The SSH server answered with its host key.
         *
         * @param fingerprint {@code SHA256:…}; the rescue kernel has another key than the installed system
         *     (src/docs/platform/softlayer.md, section Progress and state detection)
         */
        record HostKey(String fingerprint) implements ProbeResult {
            public HostKey {
                if (fingerprint.isBlank()) throw new IllegalArgumentException("a host key has a fingerprint");
            }
        }
    }
}
