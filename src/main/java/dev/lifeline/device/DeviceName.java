package dev.lifeline.device;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Host name and domain of a device. Untrusted text of the people who may edit the device (promise P9).
 *
 * @param hostname first label, such as {@code web-07}
 * @param domain the rest, such as {@code example.com}; empty where the provider has none
 */
public record DeviceName(String hostname, String domain) {

    /** {@code web-07.example.com}, or the host name alone where there is no domain. */
    public String fqdn() {
        return domain.isEmpty() ? hostname : hostname + "." + domain;
    }

    /** The host name and the full name, which are one where there is no domain. */
    public Set<String> all() {
        return Set.copyOf(List.of(hostname, fqdn()));
    }

    /** Whether the text is the host name or the full name, ignoring case. */
    public boolean matches(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return hostname.toLowerCase(Locale.ROOT).equals(lowerCase)
                || fqdn().toLowerCase(Locale.ROOT).equals(lowerCase);
    }
}
