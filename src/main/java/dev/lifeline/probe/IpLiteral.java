package dev.lifeline.probe;

import com.google.re2j.Pattern;

/**
 * Distinguishes IP address literals from host names. What the provider calls an address is untrusted text, and a name would be looked up in
 * the DNS (promise P9).
 */
final class IpLiteral {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}");

    private IpLiteral() {}

    /** Whether the text has the form of an IPv4 or IPv6 address; ranges are not checked. */
    static boolean matches(String text) {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
    }
}
