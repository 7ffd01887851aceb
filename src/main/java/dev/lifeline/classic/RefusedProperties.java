package dev.lifeline.classic;

import dev.lifeline.classic.ApiError.Kind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which spare properties has the provider refused? They are not asked for again while the process runs: an account that lacks one does
 * not get it from one minute to the next.
 */
final class RefusedProperties {

    /** "Property 'userData' not valid for 'SoftLayer_Virtual_Guest'." (vagrant-softlayer issue 62). */
    private static final Pattern NAMED = Pattern.compile("Property '(\\w+)'");

    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    Set<String> known() {
        return refused;
    }

    /** Learns from an error; false where it is about something else, or nothing is left to do without. */
    boolean learn(Mask asked, ApiError error) {
        List<String> spare = asked.dispensable();
        if (spare.isEmpty() || !aboutMask(error.kind())) return false;
        List<String> named = named(spare, error.text());
        return refused.addAll(named.isEmpty() ? spare : named);
    }

    /** What comes when a property needs a permission of its own is in no source: an error of permission is taken so too. */
    private static boolean aboutMask(Kind kind) {
        return kind == Kind.BAD_MASK || kind == Kind.PERMISSION;
    }

    private static List<String> named(List<String> spare, String text) {
        Matcher name = NAMED.matcher(text);
        if (!name.find()) return List.of();
        Pattern word = Pattern.compile("\\b" + name.group(1) + "\\b");
        return spare.stream().filter(part -> word.matcher(part).find()).toList();
    }
}
