package dev.lifeline.sandbox.softlayer.query;

/**
 * Parses the mask language of v3.1: {@code mask[a,b.c,d[e]]}, {@code mask(Type)[a]}, {@code [mask[a],mask(Type)[b]]},
 * {@code mask.a.b}, and the bare list {@code a,b} or {@code a;b} of older clients. One instance parses one mask.
 */
final class ObjectMaskParser {

    private static final int MAX_DEPTH = 60;

    private final String text;
    private int position;
    private int depth;

    ObjectMaskParser(String text) {
        this.text = text.replaceAll("\\s+", "");
    }

    ObjectMask parse() {
        if (text.isEmpty()) return ObjectMask.LOCAL_PROPERTIES;
        ObjectMask all = text.charAt(0) == '[' ? parseRootList() : parseRoot();
        while (position < text.length() && isSeparator()) {
            position++;
            all = all.union(parseRoot());
        }
        if (position < text.length()) throw unexpectedInput();
        return all;
    }

    private ObjectMask parseRootList() {
        position++;
        ObjectMask all = parseRoot();
        while (position < text.length() && isSeparator()) {
            position++;
            all = all.union(parseRoot());
        }
        expect(']');
        return all;
    }

    /** Parses one {@code mask…}, or a property where the word is missing. */
    private ObjectMask parseRoot() {
        int start = position;
        String word = parseIdentifier();
        if (!word.equals("mask")) {
            position = start;
            return parseProperty();
        }
        if (isNext('(')) return parseCast();
        if (isNext('[')) return parsePropertyList();
        if (isNext('.')) {
            position++;
            return parseProperty();
        }
        return ObjectMask.LOCAL_PROPERTIES;
    }

    private ObjectMask parseCast() {
        expect('(');
        String type = parseIdentifier();
        expect(')');
        if (isNext('.')) {
            position++;
            return ObjectMask.ofCast(type, parseProperty());
        }
        return ObjectMask.ofCast(type, isNext('[') ? parsePropertyList() : ObjectMask.LOCAL_PROPERTIES);
    }

    private ObjectMask parsePropertyList() {
        if (++depth > MAX_DEPTH) throw parseError("nested too deeply");
        expect('[');
        ObjectMask all = isNext(']') ? ObjectMask.LOCAL_PROPERTIES : parseProperty();
        while (position < text.length() && isSeparator()) {
            position++;
            if (!isNext(']')) all = all.union(parseProperty());
        }
        expect(']');
        depth--;
        return all;
    }

    private ObjectMask parseProperty() {
        String property = parseIdentifier();
        if (property.isEmpty()) throw unexpectedInput();
        return ObjectMask.ofProperty(property, parseNestedMask());
    }

    private ObjectMask parseNestedMask() {
        ObjectMask submask = isNext('(') ? parseCast() : ObjectMask.LOCAL_PROPERTIES;
        if (isNext('[')) return submask.union(parsePropertyList());
        if (!isNext('.')) return submask;
        position++;
        return submask.union(parseProperty());
    }

    private String parseIdentifier() {
        int start = position;
        while (position < text.length() && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_')) position++;
        return text.substring(start, position);
    }

    private boolean isNext(char expected) {
        return position < text.length() && text.charAt(position) == expected;
    }

    private boolean isSeparator() {
        return isNext(',') || isNext(';');
    }

    private void expect(char expected) {
        if (!isNext(expected)) throw unexpectedInput();
        position++;
    }

    private SoftLayerException unexpectedInput() {
        return parseError(
                position < text.length()
                        ? "unexpected '" + text.charAt(position) + "' at position " + position
                        : "unexpected end of mask");
    }

    private static SoftLayerException parseError(String problem) {
        return new SoftLayerException(500, ObjectMaskValidator.ERROR_CODE, "Object mask could not be parsed: " + problem + ".");
    }
}
