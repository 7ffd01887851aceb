package dev.lifeline.probe;

import java.util.regex.Pattern;

/**
 * Is a text an IP address and not a name? What the provider calls an address is foreign text, and a name would be looked up in the DNS
 * (promise P9).
 */
final class IpLiteral {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}");

    private IpLiteral() {}

    static boolean matches(String text) {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
    }
}
