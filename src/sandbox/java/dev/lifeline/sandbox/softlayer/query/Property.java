package dev.lifeline.sandbox.softlayer.query;

/**
 * One property of a type in the schema.
 *
 * @param relational returned only where a mask requests it; a local one is returned unless another local one is named
 * @param type a type of the provider, or a scalar such as {@code Long}
 */
record Property(String name, boolean relational, String type, boolean isList) {

    static Property parse(String line) {
        String[] words = line.trim().split(" ");
        boolean list = words[2].startsWith("[");
        String type = list ? words[2].substring(1, words[2].length() - 1) : words[2];
        return new Property(words[1], words[0].equals("+"), type, list);
    }

    boolean isObject() {
        return type.startsWith("SoftLayer_");
    }
}
