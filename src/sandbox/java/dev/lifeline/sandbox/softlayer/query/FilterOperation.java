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

/** The operators of an object filter (src/docs/platform/softlayer.md, section REST rules). */
final class FilterOperation {

    private static final List<String> OPERATORS =
            List.of("!=", "^=", "$=", "*=", "_=", "!~", "~", ">=", "<=", ">", "<");

    private FilterOperation() {}

    /** Parses an operation such as {@code ^= web}; empty where it is not understood. */
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

    private static Optional<Predicate<@Nullable Object>> parse(String operator, String operand) {
        return switch (operator) {
            case "!=" -> Optional.of(equalTo(operand).negate());
            case "^=" -> Optional.of(value -> lowerCase(value).startsWith(lowerCase(operand)));
            case "$=" -> Optional.of(value -> lowerCase(value).endsWith(lowerCase(operand)));
            case "*=" -> Optional.of(value -> lowerCase(value).contains(lowerCase(operand)));
            case "_=" -> Optional.of(value -> lowerCase(value).equals(lowerCase(operand)));
            case "~" -> regexMatch(operand);
            case "!~" -> regexMatch(operand).map(Predicate::negate);
            case ">=" -> Optional.of(comparison(operand, order -> order >= 0));
            case "<=" -> Optional.of(comparison(operand, order -> order <= 0));
            case ">" -> Optional.of(comparison(operand, order -> order > 0));
            default -> Optional.of(comparison(operand, order -> order < 0));
        };
    }

    static Predicate<@Nullable Object> equalTo(String operand) {
        return value -> value != null && (value.toString().equals(operand) || isSameBoolean(value, operand));
    }

    private static boolean isSameBoolean(Object value, String operand) {
        return value instanceof Boolean flag && operand.equals(flag ? "1" : "0");
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

    /** Compares numbers, dates or text, by the type of the value. */
    static Predicate<@Nullable Object> comparison(String operand, IntPredicate order) {
        return value -> {
            if (value instanceof Number number) return comparison(number, operand, order);
            if (value instanceof Instant date)
                return parseInstant(operand)
                        .filter(limit -> order.test(date.compareTo(limit)))
                        .isPresent();
            return value != null && order.test(lowerCase(value).compareTo(lowerCase(operand)));
        };
    }

    private static boolean comparison(Number number, String operand, IntPredicate order) {
        try {
            return order.test(Double.compare(number.doubleValue(), Double.parseDouble(operand)));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Parses a date as clients write it: ISO with an offset (fractions allowed), or {@code MM/dd/yyyy [HH:mm:ss]}. */
    static Optional<Instant> parseInstant(String text) {
        try {
            if (text.indexOf('T') > 0)
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            String dateTime = text.length() > "MM/dd/yyyy".length() ? text : text + " 00:00:00";
            return Optional.of(
                    OffsetDateTime.parse(dateTime + " -06:00", DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss xxx"))
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String lowerCase(@Nullable Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }
}
