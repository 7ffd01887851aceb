package dev.lifeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLAnchorReplayingFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.lifeline.device.AccountName;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings as they were given: in the environment, in a YAML file with the same names, or, for a secret, in a file whose path the
 * setting {@code NAME_FILE} holds. The environment wins over the YAML file.
 *
 * @param values by name, unchecked
 * @param problems of unknown names and of files; never with a secret
 */
record SettingSources(Map<String, String> values, List<String> problems) {

    /** Longer than any token or key. */
    private static final int MAX_SECRET_BYTES = 16 * 1024;

    private static final String PREFIX = "LIFELINE_";

    SettingSources {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    static SettingSources read(Map<String, String> environment, Optional<Path> file) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        Optional<JsonNode> yaml = file.map(SettingSources::parse);
        SettingKeys known = SettingKeys.of(accounts(environment, yaml));
        yaml.ifPresent(root -> readYaml(root, known, values, problems));
        for (SettingKeys.Key key : known.keys()) replaceByEnvironment(key, environment, values);
        environment.keySet().stream()
                .sorted()
                .forEach(name -> misspelt(name, known).ifPresent(problems::add));
        for (SettingKeys.Key key : known.keys()) readSecret(key, values, problems);
        return new SettingSources(values, problems);
    }

    private static List<AccountName> accounts(Map<String, String> environment, Optional<JsonNode> yaml) {
        String setting = SettingName.LIFELINE_ACCOUNTS.name();
        return SettingKeys.accounts(Optional.ofNullable(environment.get(setting))
                .or(() -> yaml.map(root -> root.path(setting).asText("")))
                .orElse(""));
    }

    /** A secret in the environment replaces one in the YAML file, whichever of the two has it in a file of its own. */
    private static void replaceByEnvironment(
            SettingKeys.Key key, Map<String, String> environment, Map<String, String> values) {
        List<String> given = Stream.concat(Stream.of(key.name()), key.file().stream())
                .filter(environment::containsKey)
                .toList();
        Optional<String> lowerCase = key.lowerCase().map(environment::get);
        if (given.isEmpty() && lowerCase.isEmpty()) return;
        values.remove(key.name());
        key.file().ifPresent(values::remove);
        given.forEach(name -> values.put(name, environment.get(name)));
        if (given.isEmpty()) lowerCase.ifPresent(value -> values.put(key.name(), value));
    }

    /** Of the environment only what is almost a setting is one misspelt: it holds much else, also of this prefix (Kubernetes). */
    private static Optional<String> misspelt(String name, SettingKeys known) {
        boolean ours = name.startsWith(PREFIX) && !known.names().contains(name);
        return ours && known.nearestTo(name).isPresent() ? Optional.of(unknown(name, known)) : Optional.empty();
    }

    private static void readYaml(JsonNode root, SettingKeys known, Map<String, String> values, List<String> problems) {
        root.properties().forEach(entry -> {
            if (!known.names().contains(entry.getKey())) problems.add(unknown(entry.getKey(), known));
            else if (entry.getValue().isContainerNode()) problems.add(entry.getKey() + " is not a single value");
            else
                values.put(
                        entry.getKey(),
                        entry.getValue().isNull() ? "" : entry.getValue().asText());
        });
    }

    private static JsonNode parse(Path file) {
        if (!Files.isReadable(file))
            throw new InvalidSettingsException(List.of("--config " + file + " cannot be read"));
        try {
            JsonNode root = new YAMLMapper(new YAMLAnchorReplayingFactory()).readTree(file.toFile());
            if (root != null && (root.isObject() || root.isMissingNode() || root.isNull())) return root;
        } catch (IOException e) {
            // reported below, with the same words as every other file that is none
        }
        throw new InvalidSettingsException(List.of("--config " + file + " is not YAML of names and values"));
    }

    private static String unknown(String name, SettingKeys known) {
        return name + " is not a setting"
                + known.nearestTo(name)
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse("");
    }

    private static void readSecret(SettingKeys.Key key, Map<String, String> values, List<String> problems) {
        Optional<String> fileSetting = key.file();
        Optional<String> path = fileSetting.map(values::get).filter(text -> !text.isBlank());
        if (path.isEmpty()) return;
        if (!values.getOrDefault(key.name(), "").isBlank())
            problems.add(key.name() + " and " + fileSetting.get() + " are both given: leave one out");
        else
            readSecret(fileSetting.get(), path.get().strip(), problems)
                    .ifPresent(value -> values.put(key.name(), value));
    }

    /** The content of the file without the line break that editors leave at its end. */
    private static Optional<String> readSecret(String setting, String path, List<String> problems) {
        try {
            Path file = Path.of(path);
            boolean fits = Files.isRegularFile(file) && Files.size(file) <= MAX_SECRET_BYTES;
            Optional<String> secret = fits ? Optional.of(Files.readString(file).strip()) : Optional.empty();
            if (secret.filter(text -> !text.isEmpty()).isPresent()) return secret;
            problems.add(setting + (fits ? " is an empty file: " : " is no file with one secret: ") + path);
        } catch (CharacterCodingException e) {
            problems.add(setting + " is no text file: " + path);
        } catch (IOException | InvalidPathException e) {
            problems.add(setting + " cannot be read by this user: " + path);
        }
        return Optional.empty();
    }
}
