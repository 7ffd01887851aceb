package dev.lifeline.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value of a YAML file with its line.
 *
 * @param line from 1
 */
record YamlValue(Node node, int line) {

    static YamlValue of(Node node) {
        return new YamlValue(node, node.getStartMark().getLine() + 1);
    }

    /** A scalar as it is written; empty for null, blank text and every other kind of value. */
    Optional<String> text() {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty() && !"null".equals(text))
                : Optional.empty();
    }

    /** The items of a sequence; a scalar counts as one item, null as none. Empty for a mapping. */
    Optional<List<YamlValue>> list() {
        if (node instanceof SequenceNode sequence)
            return Optional.of(sequence.getValue().stream().map(YamlValue::of).toList());
        if (node instanceof ScalarNode)
            return Optional.of(text().stream().map(text -> this).toList());
        return Optional.empty();
    }

    /** The entries of a mapping, in order; empty for every other kind of value. */
    Optional<Map<String, YamlValue>> map() {
        if (!(node instanceof MappingNode mapping)) return Optional.empty();
        Map<String, YamlValue> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue())
            values.put(
                    YamlValue.of(tuple.getKeyNode()).text().orElse(""),
                    new YamlValue(
                            tuple.getValueNode(),
                            tuple.getKeyNode().getStartMark().getLine() + 1));
        return Optional.of(values);
    }
}
