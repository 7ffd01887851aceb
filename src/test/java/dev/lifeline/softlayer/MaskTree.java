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
        List<MaskTree> nodes = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int position = 0; position <= text.length(); position++) {
            char character = position == text.length() ? ',' : text.charAt(position);
            if (character == '[') depth++;
            if (character == ']') depth--;
            if (depth < 0) throw new AssertionError("brackets do not match: " + text);
            if (character == ',' && depth == 0) {
                nodes.add(parseNode(text.substring(start, position)));
                start = position + 1;
            }
        }
        if (depth != 0) throw new AssertionError("brackets do not match: " + text);
        return nodes;
    }

    private static MaskTree parseNode(String text) {
        int bracket = text.indexOf('[');
        String head = bracket < 0 ? text : text.substring(0, bracket);
        List<MaskTree> children = bracket < 0 ? List.of() : parseList(text.substring(bracket + 1, text.length() - 1));
        int parenthesis = head.indexOf('(');
        String cast = parenthesis < 0 ? "" : head.substring(parenthesis + 1, head.length() - 1);
        String name = parenthesis < 0 ? head : head.substring(0, parenthesis);
        if (!name.matches("\\w+")) throw new AssertionError("not a property: '" + name + "'");
        return new MaskTree(name, cast, children);
    }
}
