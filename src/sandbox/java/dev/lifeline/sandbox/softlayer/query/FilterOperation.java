package dev.lifeline.sandbox.softlayer.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What is asked of one value: the operators of an object filter (softlayer.md 1.2). */
final class FilterOperation {

    private static final List<String> OPERATORS =
            List.of("!=", "^=", "$=", "*=", "_=", "!~", "~", ">=", "<=", ">", "<");

    private FilterOperation() {}

    /** The operation's text, such as {@code ^= web}; empty where it cannot be understood. */
    static Optional<Predicate<@Nullable Object>> parse(String operation) {
        if (operation.equals("is null")) return Optional.of(value -> value == null);
        if (operation.equals("not null")) return Optional.of(value -> value != null);
        return OPERATORS.stream()
                .filter(operation::startsWith)
                .findFirst()
                .map(operator ->
                        parse(operator, operation.substring(operator.length()).trim()))
                .orElseGet(() -> Optional.of(equalTo(operation)));
    }

    private static Optional<Predicate<@Nullable Object>> parse(String operator, String wanted) {
        return switch (operator) {
            case "!=" -> Optional.of(equalTo(wanted).negate());
            case "^=" -> Optional.of(value -> lowerCase(value).startsWith(lowerCase(wanted)));
            case "$=" -> Optional.of(value -> lowerCase(value).endsWith(lowerCase(wanted)));
            case "*=" -> Optional.of(value -> lowerCase(value).contains(lowerCase(wanted)));
            case "_=" -> Optional.of(value -> lowerCase(value).equals(lowerCase(wanted)));
            case "~" -> regexMatch(wanted);
            case "!~" -> regexMatch(wanted).map(Predicate::negate);
            case ">=" -> Optional.of(comparison(wanted, order -> order >= 0));
            case "<=" -> Optional.of(comparison(wanted, order -> order <= 0));
            case ">" -> Optional.of(comparison(wanted, order -> order > 0));
            default -> Optional.of(comparison(wanted, order -> order < 0));
        };
    }

    static Predicate<@Nullable Object> equalTo(String wanted) {
        return value -> value != null && (value.toString().equals(wanted) || isSameBoolean(value, wanted));
    }

    private static boolean isSameBoolean(Object value, String wanted) {
        return value instanceof Boolean truth && wanted.equals(truth ? "1" : "0");
    }

    private static Optional<Predicate<@Nullable Object>> regexMatch(String expression) {
        try {
            Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            return Optional.of(
                    value -> value != null && pattern.matcher(value.toString()).find());
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** A comparison of numbers, dates or text, whichever the value is. */
    static Predicate<@Nullable Object> comparison(String wanted, IntPredicate order) {
        return value -> {
            if (value instanceof Number number) return comparison(number, wanted, order);
            if (value instanceof Instant date)
                return parseInstant(wanted)
                        .filter(limit -> order.test(date.compareTo(limit)))
                        .isPresent();
            return value != null && order.test(lowerCase(value).compareTo(lowerCase(wanted)));
        };
    }

    private static boolean comparison(Number number, String wanted, IntPredicate order) {
        try {
            return order.test(Double.compare(number.doubleValue(), Double.parseDouble(wanted)));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A date as clients write it: ISO with an offset (fractions allowed), or {@code MM/dd/yyyy [HH:mm:ss]}. */
    static Optional<Instant> parseInstant(String text) {
        try {
            if (text.indexOf('T') > 0)
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            String full = text.length() > "MM/dd/yyyy".length() ? text : text + " 00:00:00";
            return Optional.of(
                    OffsetDateTime.parse(full + " -06:00", DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss xxx"))
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String lowerCase(@Nullable Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }
}
