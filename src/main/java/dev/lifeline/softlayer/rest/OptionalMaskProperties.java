package dev.lifeline.softlayer.rest;

import dev.lifeline.softlayer.rest.ApiError.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which parts of a mask may be to blame for an error, so that the question can be asked without them? */
final class OptionalMaskProperties {

    /** "Property 'userData' not valid for 'SoftLayer_Virtual_Guest'." (vagrant-softlayer issue 62). */
    private static final Pattern PROPERTY_NAME_PATTERN = Pattern.compile("Property '(\\w+)'");

    private OptionalMaskProperties() {}

    /** Empty where the error is about something else, or nothing is left that can be done without. */
    static Set<String> suspectedProperties(ObjectMask asked, ApiError error) {
        List<String> spare = asked.allOptional();
        if (!mayConcernMask(error.kind())) return Set.of();
        Set<String> named = namedProperties(spare, error.text());
        return named.isEmpty() ? Set.copyOf(spare) : named;
    }

    /** What comes when a property needs a permission of its own is in no source: an error of permission is suspected too. */
    private static boolean mayConcernMask(Kind kind) {
        return kind == Kind.INVALID_OBJECT_MASK || kind == Kind.PERMISSION_DENIED;
    }

    private static Set<String> namedProperties(List<String> spare, String text) {
        Matcher name = PROPERTY_NAME_PATTERN.matcher(text);
        if (!name.find()) return Set.of();
        Pattern word = Pattern.compile("\\b" + name.group(1) + "\\b");
        return spare.stream().filter(part -> word.matcher(part).find()).collect(Collectors.toSet());
    }
}
