package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.account.CloudUser;
import dev.lifeline.sandbox.softlayer.account.CloudUsers;
import dev.lifeline.sandbox.web.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Authenticates callers: Basic with a classic API key or an IAM key, or a bearer token (src/docs/platform/softlayer.md,
 * section Endpoints and authentication). Thread-safe.
 */
final class Authentication {

    private static final Pattern IAM_KEY_PATTERN = Pattern.compile("sandbox-([a-z]+)-iam-key");

    private final CloudUsers users;
    private final FakeIam iam;

    Authentication(CloudUsers users, FakeIam iam) {
        this.users = users;
        this.iam = iam;
    }

    /**
     * Returns the caller.
     *
     * @throws SoftLayerException 401 for missing or wrong credentials, and for users who are not active
     */
    CloudUser authenticate(HttpRequest httpRequest) {
        String header = httpRequest.header("authorization").orElse("");
        Optional<CloudUser> caller = Optional.empty();
        if (header.startsWith("Basic ")) caller = basicAuthUser(header.substring("Basic ".length()));
        if (header.startsWith("Bearer ")) caller = findUser(iam.userNameOf(header.substring("Bearer ".length())));
        return caller.filter(CloudUser::isActive).orElseThrow(Authentication::accessDenied);
    }

    static SoftLayerException accessDenied() {
        return new SoftLayerException(401, SoftLayerException.PUBLIC_CODE, "Access Denied. ");
    }

    private Optional<CloudUser> basicAuthUser(String encoded) {
        String[] pair = decodeBase64(encoded).split(":", 2);
        if (pair.length < 2) return Optional.empty();
        if (pair[0].equals("apikey")) return userNameOfIamKey(pair[1]).flatMap(this::findUser);
        return users.findByUsername(pair[0]).filter(user -> pair[1].equals("sandbox-" + user.shortName() + "-api-key"));
    }

    private static String decodeBase64(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded.trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static Optional<String> userNameOfIamKey(String key) {
        Matcher matcher = IAM_KEY_PATTERN.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Optional<CloudUser> findUser(String name) {
        return users.all().stream().filter(user -> user.shortName().equals(name)).findFirst();
    }
}
