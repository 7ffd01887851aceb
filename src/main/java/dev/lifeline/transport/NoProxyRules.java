package dev.lifeline.transport;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The hosts that are called without the proxy, as {@code NO_PROXY} lists them: {@code *} for all; a name for itself and whatever ends in
 * it, with or without a dot or {@code *.} before it; an address; each with a port or for any. Hosts of this machine are always among
 * them. Ranges of addresses are not read. Immutable.
 *
 * @param entries lower-case
 */
public record NoProxyRules(List<String> entries) {

    public static final NoProxyRules NONE = new NoProxyRules(List.of());

    private static final String EVERYTHING = "*";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "::1", "0:0:0:0:0:0:0:1");

    public NoProxyRules {
        entries = List.copyOf(entries);
    }

    /** The entries of a list that is separated by commas or spaces. */
    public static NoProxyRules parse(String text) {
        return new NoProxyRules(
                Collections.list(new StringTokenizer(text.toLowerCase(Locale.ROOT), ", \t\r\n")).stream()
                        .map(Object::toString)
                        .toList());
    }

    boolean includes(String host, int port) {
        String plain = plainHost(host);
        return isThisMachine(plain) || entries.stream().anyMatch(entry -> includes(entry, plain, port));
    }

    private static boolean isThisMachine(String host) {
        return THIS_MACHINE.contains(host) || host.endsWith(".localhost") || isLoopbackAddress(host);
    }

    private static boolean isLoopbackAddress(String host) {
        return host.startsWith("127.") && host.chars().allMatch(each -> each == '.' || Character.isDigit(each));
    }

    private static boolean includes(String entry, String host, int port) {
        if (entry.equals(EVERYTHING)) return true;
        int colon = portColon(entry);
        if (colon != -1 && !entry.substring(colon + 1).equals(Integer.toString(port))) return false;
        String suffix = withoutWildcard(plainHost(colon == -1 ? entry : entry.substring(0, colon)));
        return !suffix.isEmpty() && (host.equals(suffix) || host.endsWith("." + suffix));
    }

    /** The colon before a port, which an IPv6 address has only behind its brackets; -1 where there is none. */
    private static int portColon(String entry) {
        int last = entry.lastIndexOf(':');
        boolean onlyColon = entry.indexOf(':') == last;
        return onlyColon || entry.startsWith("]", last - 1) ? last : -1;
    }

    private static String withoutWildcard(String name) {
        if (name.startsWith("*.")) return name.substring("*.".length());
        return name.startsWith(".") ? name.substring(1) : name;
    }

    /** Lower-case, without the brackets of an IPv6 address and the dot that a full name may end in. */
    private static String plainHost(String host) {
        String unbracketed = host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
        return unbracketed.endsWith(".") ? unbracketed.substring(0, unbracketed.length() - 1) : unbracketed;
    }
}
