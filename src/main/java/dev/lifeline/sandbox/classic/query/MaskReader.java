package dev.lifeline.sandbox.classic.query;

/**
 * Reads the mask language of v3.1: {@code mask[a,b.c,d[e]]}, {@code mask(Type)[a]}, {@code [mask[a],mask(Type)[b]]},
 * {@code mask.a.b}, and the bare list {@code a,b} or {@code a;b} that older clients send.
 */
final class MaskReader {

    private static final int DEEPEST = 60;

    private final String text;
    private int at;
    private int depth;

    MaskReader(String text) {
        this.text = text.replaceAll("\\s+", "");
    }

    Mask read() {
        if (text.isEmpty()) return Mask.LOCALS;
        Mask all = text.charAt(0) == '[' ? roots() : root();
        while (at < text.length() && isComma()) {
            at++;
            all = all.and(root());
        }
        if (at < text.length()) throw unexpected();
        return all;
    }

    private Mask roots() {
        at++;
        Mask all = root();
        while (at < text.length() && isComma()) {
            at++;
            all = all.and(root());
        }
        expect(']');
        return all;
    }

    /** One {@code mask…}, or a property where the word is missing. */
    private Mask root() {
        int start = at;
        String word = name();
        if (!word.equals("mask")) {
            at = start;
            return item();
        }
        if (next('(')) return cast();
        if (next('[')) return list();
        if (next('.')) {
            at++;
            return item();
        }
        return Mask.LOCALS;
    }

    private Mask cast() {
        expect('(');
        String type = name();
        expect(')');
        if (next('.')) {
            at++;
            return Mask.casting(type, item());
        }
        return Mask.casting(type, next('[') ? list() : Mask.LOCALS);
    }

    private Mask list() {
        if (++depth > DEEPEST) throw broken("nested too deeply");
        expect('[');
        Mask all = next(']') ? Mask.LOCALS : item();
        while (at < text.length() && isComma()) {
            at++;
            if (!next(']')) all = all.and(item());
        }
        expect(']');
        depth--;
        return all;
    }

    private Mask item() {
        String property = name();
        if (property.isEmpty()) throw unexpected();
        return Mask.naming(property, below());
    }

    private Mask below() {
        Mask below = next('(') ? cast() : Mask.LOCALS;
        if (next('[')) return below.and(list());
        if (!next('.')) return below;
        at++;
        return below.and(item());
    }

    private String name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) at++;
        return text.substring(start, at);
    }

    private boolean next(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private boolean isComma() {
        return next(',') || next(';');
    }

    private void expect(char wanted) {
        if (!next(wanted)) throw unexpected();
        at++;
    }

    private ApiError unexpected() {
        return broken(
                at < text.length()
                        ? "unexpected '" + text.charAt(at) + "' at position " + at
                        : "unexpected end of mask");
    }

    private static ApiError broken(String how) {
        return new ApiError(500, MaskCheck.CODE, "Object mask could not be parsed: " + how + ".");
    }
}
