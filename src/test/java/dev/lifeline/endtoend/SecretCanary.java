package dev.lifeline.endtoend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A secret that must not turn up, searched for in every encoding in which a program may write it. */
record SecretCanary(String secret) {

    /** Encodings in text: plain, and as JSON escapes. */
    List<String> textForms() {
        String escaped =
                secret.chars().mapToObj(one -> String.format("\\u%04x", one)).collect(Collectors.joining());
        return List.of(
                secret,
                escaped,
                "\\u" + escaped.substring(2).toUpperCase(Locale.ROOT).replace("\\U", "\\u"));
    }

    /** Encodings in bytes: strings in either of Java's forms, and character arrays in a heap dump. */
    private List<byte[]> byteForms() {
        List<Charset> charsets = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
        return textForms().stream()
                .flatMap(text -> charsets.stream().map(text::getBytes))
                .toList();
    }

    boolean isIn(String text) {
        return textForms().stream().anyMatch(text::contains);
    }

    boolean isIn(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return byteForms().stream().anyMatch(form -> contains(bytes, form));
        }
    }

    private static boolean contains(ByteBuffer bytes, byte[] form) {
        int last = bytes.limit() - form.length;
        for (int position = 0; position <= last; position++)
            if (bytes.get(position) == form[0] && matchesAt(bytes, position, form)) return true;
        return false;
    }

    private static boolean matchesAt(ByteBuffer bytes, int position, byte[] form) {
        for (int i = 1; i < form.length; i++) if (bytes.get(position + i) != form[i]) return false;
        return true;
    }

    /** Every file below a folder that contains the secret. */
    List<Path> filesContaining(Stream<Path> files) {
        return files.filter(file -> {
                    try {
                        return file.toFile().isFile() && isIn(file);
                    } catch (IOException e) {
                        return false;
                    }
                })
                .toList();
    }
}
