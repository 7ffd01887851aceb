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
 * What stands somewhere in a YAML file, and in which line?
 *
 * @param line from 1
 */
record YamlValue(Node node, int line) {

    static YamlValue of(Node node) {
        return new YamlValue(node, node.getStartMark().getLine() + 1);
    }

    /** A single value as it is written; empty where it is something else, or nothing. */
    Optional<String> text() {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty() && !"null".equals(text))
                : Optional.empty();
    }

    /** A list; a single value counts as a list of one, nothing as an empty one. */
    Optional<List<YamlValue>> list() {
        if (node instanceof SequenceNode sequence)
            return Optional.of(sequence.getValue().stream().map(YamlValue::of).toList());
        if (node instanceof ScalarNode)
            return Optional.of(text().stream().map(text -> this).toList());
        return Optional.empty();
    }

    /** Names and what stands under each; empty where it is something else. */
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
