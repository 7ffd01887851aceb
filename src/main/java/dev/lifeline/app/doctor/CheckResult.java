package dev.lifeline.app.doctor;

import dev.lifeline.config.SettingName;
import dev.lifeline.device.AccountName;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The result of one check.
 *
 * @param subject one word
 * @param message what was found, or the problem and what to do about it; never a secret
 */
public record CheckResult(String subject, Verdict verdict, String message) {

    /** Outcome of one check. */
    public enum Verdict {
        OK,
        /** Possible, and probably not meant. */
        WARN,
        /** The exit code is 1. */
        WRONG
    }

    CheckResult(String subject, boolean passed, String message) {
        this(subject, passed ? Verdict.OK : Verdict.WRONG, message);
    }

    public static CheckResult ok(String subject, String message) {
        return new CheckResult(subject, Verdict.OK, message);
    }

    public static CheckResult warn(String subject, String message) {
        return new CheckResult(subject, Verdict.WARN, message);
    }

    public static CheckResult wrong(String subject, String message) {
        return new CheckResult(subject, Verdict.WRONG, message);
    }

    /** Whether the bot can work; a warning does not prevent that. */
    public boolean passed() {
        return verdict != Verdict.WRONG;
    }

    /** The same result as one about an account, in terms of its settings. */
    CheckResult about(AccountName account) {
        return new CheckResult(subject, verdict, "account " + account + ": " + SettingName.inTermsOf(account, message));
    }

    public String line() {
        return "%-5s %-9s %s".formatted(verdict == Verdict.OK ? "ok" : verdict.name(), subject, message);
    }

    /** The same as the fields of a JSON object. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("check", subject);
        fields.put("verdict", verdict.name().toLowerCase(Locale.ROOT));
        fields.put("message", message);
        return fields;
    }
}
