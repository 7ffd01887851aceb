package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.world.CloudUser;
import dev.lifeline.sandbox.classic.world.People;
import dev.lifeline.sandbox.web.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which user of the account calls? Basic with a classic key or an IAM key, or a bearer token (softlayer.md 1.1). */
final class Keys {

    private static final Pattern IAM_KEY = Pattern.compile("sandbox-([a-z]+)-iam-key");

    private final People people;
    private final Tokens tokens;

    Keys(People people, Tokens tokens) {
        this.people = people;
        this.tokens = tokens;
    }

    /**
     * The caller.
     *
     * @throws ApiError 401 for credentials that are missing or wrong, and for users who are not active
     */
    CloudUser callerOf(Call call) {
        String header = call.header("authorization").orElse("");
        Optional<CloudUser> caller = Optional.empty();
        if (header.startsWith("Basic ")) caller = basic(header.substring("Basic ".length()));
        if (header.startsWith("Bearer ")) caller = named(tokens.nameOf(header.substring("Bearer ".length())));
        return caller.filter(CloudUser::isActive).orElseThrow(Keys::denied);
    }

    static ApiError denied() {
        return new ApiError(401, ApiError.PUBLIC, "Access Denied. ");
    }

    private Optional<CloudUser> basic(String encoded) {
        String[] pair = decoded(encoded).split(":", 2);
        if (pair.length < 2) return Optional.empty();
        if (pair[0].equals("apikey")) return nameOfIamKey(pair[1]).flatMap(this::named);
        return people.withUsername(pair[0]).filter(user -> pair[1].equals("sandbox-" + user.name() + "-api-key"));
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded.trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    static Optional<String> nameOfIamKey(String key) {
        Matcher matcher = IAM_KEY.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Optional<CloudUser> named(String name) {
        return people.all().stream().filter(user -> user.name().equals(name)).findFirst();
    }
}
