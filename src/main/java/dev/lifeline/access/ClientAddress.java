package dev.lifeline.access;

/**
 * The network address of a client of the bot's own pages. Behind a reverse proxy all clients share the proxy's address, so nobody is
 * shut out by it alone.
 *
 * @param text the IP address as text; {@code unknown} where the connection has none
 */
public record ClientAddress(String text) {

    /** The address of a connection without one. */
    public static final ClientAddress UNKNOWN = new ClientAddress("unknown");

    /** Above the length of an IPv6 address with its zone. */
    private static final int MAX_CHARS = 100;

    public ClientAddress {
        if (text.isBlank() || text.length() > MAX_CHARS) throw new IllegalArgumentException("not a client address");
    }
}
