package dev.lifeline.softlayer.rest;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.lifeline.softlayer.rest.ApiError.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the optional mask properties that may have caused an error, so that the query can be repeated without them. */
final class OptionalMaskProperties {

    /** "Property 'userData' not valid for 'SoftLayer_Virtual_Guest'." (https://github.com/audiolize/vagrant-softlayer/issues/62). */
    private static final Pattern PROPERTY_NAME_PATTERN = Pattern.compile("Property '(\\w+)'");

    private OptionalMaskProperties() {}

    /** The properties that may have caused the error; empty when the error is about something else or no optional property is left. */
    static Set<String> suspectedProperties(ObjectMask objectMask, ApiError error) {
        List<String> optional = objectMask.allOptional();
        if (!mayConcernMask(error.kind())) return Set.of();
        Set<String> named = namedProperties(optional, error.text());
        return named.isEmpty() ? Set.copyOf(optional) : named;
    }

    /** What is returned when a property needs a permission of its own is in no source, so permission errors are suspected too. */
    private static boolean mayConcernMask(Kind kind) {
        return kind == Kind.INVALID_OBJECT_MASK || kind == Kind.PERMISSION_DENIED;
    }

    private static Set<String> namedProperties(List<String> optional, String text) {
        Matcher name = PROPERTY_NAME_PATTERN.matcher(text);
        if (!name.find()) return Set.of();
        Pattern word = Pattern.compile("\\b" + name.group(1) + "\\b");
        return optional.stream().filter(part -> word.matcher(part).find()).collect(Collectors.toSet());
    }
}
