package dev.lifeline.softlayer;

import java.util.ArrayList;
import java.util.List;

/**
 * A mask, taken apart as the documents describe its grammar.
 *
 * @param cast the narrower type in round brackets, empty without one
 */
public record MaskTree(String name, String cast, List<MaskTree> children) {

    /** The masks at the top: one, or several in square brackets. */
    public static List<MaskTree> parse(String text) {
        List<MaskTree> parsed = parseList(text.startsWith("[") ? text.substring(1, text.length() - 1) : text);
        for (MaskTree root : parsed) if (!root.name().equals("mask")) throw new AssertionError("not a mask: " + text);
        return parsed;
    }

    private static List<MaskTree> parseList(String text) {
        List<MaskTree> found = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            char letter = at == text.length() ? ',' : text.charAt(at);
            if (letter == '[') depth++;
            if (letter == ']') depth--;
            if (depth < 0) throw new AssertionError("brackets do not match: " + text);
            if (letter == ',' && depth == 0) {
                found.add(parseNode(text.substring(from, at)));
                from = at + 1;
            }
        }
        if (depth != 0) throw new AssertionError("brackets do not match: " + text);
        return found;
    }

    private static MaskTree parseNode(String text) {
        int open = text.indexOf('[');
        String head = open < 0 ? text : text.substring(0, open);
        List<MaskTree> children = open < 0 ? List.of() : parseList(text.substring(open + 1, text.length() - 1));
        int round = head.indexOf('(');
        String cast = round < 0 ? "" : head.substring(round + 1, head.length() - 1);
        String name = round < 0 ? head : head.substring(0, round);
        if (!name.matches("\\w+")) throw new AssertionError("not a property: '" + name + "'");
        return new MaskTree(name, cast, children);
    }
}
