package dev.lifeline.softlayer.rest;

import dev.lifeline.softlayer.rest.ApiError.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Classifies error responses by exception code, then by message, then by HTTP status. The order within each list matters. Sources:
 * src/docs/platform/softlayer.md, section Errors; for object masks https://github.com/softlayer/softlayer-python/issues/1088.
 */
final class ErrorClassifier {

    private record Rule(String substring, Kind kind) {}

    private static final List<Rule> CODE_RULES = List.of(
            new Rule("ratelimitexceeded", Kind.RATE_LIMITED),
            new Rule("objectnotfound", Kind.NOT_FOUND),
            new Rule("accesstokenvalidation", Kind.TOKEN_EXPIRED),
            new Rule("activetransactionexists", Kind.DEVICE_BUSY),
            new Rule("reloadpermissiondenied", Kind.PERMISSION_DENIED),
            // "You do not have permission to access this user" is about one object, not about the method
            new Rule("exception_permissiondenied", Kind.NOT_FOUND),
            new Rule("webservice_objectmask", Kind.INVALID_OBJECT_MASK),
            new Rule("exception_notready", Kind.DEVICE_BUSY));

    /** No source gives the wording of the 20-minute window of remote management; every candidate is matched. */
    private static final List<Rule> MESSAGE_RULES = List.of(
            new Rule("rate limit", Kind.RATE_LIMITED),
            new Rule("failed to exchange token", Kind.TOKEN_EXCHANGE_FAILED),
            new Rule("outstanding transaction", Kind.DEVICE_BUSY),
            new Rule("active transaction", Kind.DEVICE_BUSY),
            new Rule("remote management command", Kind.DEVICE_BUSY),
            new Rule("remote-management command", Kind.DEVICE_BUSY),
            new Rule("20 minutes", Kind.DEVICE_BUSY),
            new Rule("not have permission", Kind.PERMISSION_DENIED),
            new Rule("permission denied", Kind.PERMISSION_DENIED),
            new Rule("unable to find object", Kind.NOT_FOUND),
            new Rule("' not valid for '", Kind.INVALID_OBJECT_MASK),
            new Rule("internal error", Kind.TEMPORARY));

    private ErrorClassifier() {}

    static Kind classify(int status, String code, String text) {
        return firstMatch(CODE_RULES, code)
                .or(() -> firstMatch(MESSAGE_RULES, text))
                .orElseGet(() -> byStatus(status, text));
    }

    private static Optional<Kind> firstMatch(List<Rule> rules, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return rules.stream()
                .filter(rule -> lower.contains(rule.substring()))
                .map(Rule::kind)
                .findFirst();
    }

    private static Kind byStatus(int status, String text) {
        if (status == 401) return Kind.UNAUTHORIZED;
        // "Access Denied." without 401 concerns one user or device (src/docs/platform/softlayer.md, section Users and
        // permissions)
        if (status == 404 || text.toLowerCase(Locale.ROOT).startsWith("access denied")) return Kind.NOT_FOUND;
        if (status == 403) return Kind.PERMISSION_DENIED;
        if (status == 429) return Kind.RATE_LIMITED;
        return status == 408 || status >= 500 ? Kind.TEMPORARY : Kind.OTHER;
    }
}
