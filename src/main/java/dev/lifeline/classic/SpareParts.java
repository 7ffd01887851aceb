package dev.lifeline.classic;

import dev.lifeline.classic.ApiError.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which parts of a mask may be to blame for an error, so that the question can be asked without them? */
final class SpareParts {

    /** "Property 'userData' not valid for 'SoftLayer_Virtual_Guest'." (vagrant-softlayer issue 62). */
    private static final Pattern NAMED = Pattern.compile("Property '(\\w+)'");

    private SpareParts() {}

    /** Empty where the error is about something else, or nothing is left that can be done without. */
    static Set<String> suspects(Mask asked, ApiError error) {
        List<String> spare = asked.dispensable();
        if (!mayBeOfMask(error.kind())) return Set.of();
        Set<String> named = named(spare, error.text());
        return named.isEmpty() ? Set.copyOf(spare) : named;
    }

    /** What comes when a property needs a permission of its own is in no source: an error of permission is suspected too. */
    private static boolean mayBeOfMask(Kind kind) {
        return kind == Kind.BAD_MASK || kind == Kind.PERMISSION;
    }

    private static Set<String> named(List<String> spare, String text) {
        Matcher name = NAMED.matcher(text);
        if (!name.find()) return Set.of();
        Pattern word = Pattern.compile("\\b" + name.group(1) + "\\b");
        return spare.stream().filter(part -> word.matcher(part).find()).collect(Collectors.toSet());
    }
}
