package dev.lifeline.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.gallery.Examples.Length;
import dev.lifeline.handler.inbox.DevicePicker.Offer;
import dev.lifeline.handler.inbox.DevicePicker.Option;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.reply.Help;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.monitor.StageSample;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.modal.FormModal;
import dev.lifeline.slack.modal.PickerModal;
import dev.lifeline.slack.modal.PrivateMetadata;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every message and form in one language, with examples of one length: what each public method of the classes of texts says about each
 * kind of its last argument that has several.
 */
final class Gallery {

    private static final List<Class<?>> PACKAGES = List.of(Help.class, StatusMessages.class);
    private static final int VARIANTS = 8;
    private static final Set<Class<?>> SHOWN = Set.of(Message.class, TextLine.class, Page.class);

    private final Locale language;
    private final Length length;
    private final Examples examples;
    private final Map<String, JsonNode> pieces = new TreeMap<>();
    private final List<String> missing = new ArrayList<>();
    private final Map<String, String> reasons = new HashMap<>();

    private Gallery(Locale language, Length length) {
        this.language = language;
        this.length = length;
        this.examples = new Examples(length, 0);
    }

    /** All of one language and length. */
    static Gallery of(Locale language, Length length) throws ReflectiveOperationException, IOException {
        Gallery gallery = new Gallery(language, length);
        gallery.addStages();
        for (Class<?> texts : classesOfTexts()) gallery.addAll(texts);
        gallery.addForms();
        return gallery;
    }

    /** The pieces by name: for a message what Slack gets for it, for a form its view. */
    Map<String, JsonNode> pieces() {
        return pieces;
    }

    /** What no example was found for, each with the last reason. */
    List<String> missing() {
        return missing;
    }

    /** The classes with texts in a language. */
    static List<Class<?>> classesOfTexts() throws IOException, ReflectiveOperationException {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> one : PACKAGES) {
            Path folder = Path.of("target/classes", one.getPackageName().split("\\."));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString().replace(".class", "");
                    if (name.contains("$") || name.equals("package-info")) continue;
                    Class<?> type = Class.forName(one.getPackageName() + "." + name);
                    if (hasLanguages(type)) found.add(type);
                }
            }
        }
        return found;
    }

    private static boolean hasLanguages(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("in") && Modifier.isStatic(method.getModifiers()));
    }

    private void addStages() {
        StatusMessages texts = StatusMessages.in(language);
        for (StageSample sample : StageSample.all()) {
            RescueRequest request = examples.withLength(sample.request());
            Instant now = sample.at();
            add("Status message, " + sample.name(), texts.statusMessage(request, now));
        }
    }

    private void addAll(Class<?> type) throws ReflectiveOperationException {
        Method in = type.getDeclaredMethod("in", Locale.class);
        Object texts = in.invoke(null, language);
        List<Method> methods = Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && SHOWN.contains(method.getReturnType()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.getName().equals("statusMessage"))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
                .toList();
        methods.forEach(method -> add(type, texts, method));
    }

    private void add(Class<?> type, Object texts, Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        int several = IntStream.range(0, parameters.length)
                .filter(index -> isSeveral(parameters[index]))
                .reduce(-1, (earlier, later) -> later);
        int kinds = several < 0 ? 1 : examples.kinds(parameters[several]).size();
        for (int kind = 0; kind < kinds; kind++) add(type, texts, method, several, kind);
    }

    /** With the first variant of the arguments about which there is something to say. */
    private void add(Class<?> type, Object texts, Method method, int several, int kind) {
        String name = type.getSimpleName() + "." + method.getName();
        for (int variant = 0; variant < VARIANTS; variant++) {
            Examples varied = new Examples(length, variant);
            try {
                Object[] arguments = Stream.of(method.getGenericParameterTypes())
                        .map(varied::of)
                        .toArray();
                if (several >= 0) {
                    arguments[several] =
                            varied.kinds(method.getParameterTypes()[several]).get(kind);
                    name = name(type, method, arguments[several]);
                }
                add(name, method.invoke(texts, arguments));
                return;
            } catch (ReflectiveOperationException | IllegalArgumentException impossible) {
                reasons.put(name, impossible + " " + impossible.getCause());
            }
        }
        missing.add(name + ": " + reasons.get(name));
    }

    private boolean isSeveral(Class<?> type) {
        return type.isEnum() || (type.isSealed() && examples.kinds(type).size() > 1);
    }

    private static String name(Class<?> type, Method method, Object kind) {
        String name = type.getSimpleName() + "." + method.getName();
        return name + ", "
                + (kind instanceof Enum<?> constant
                        ? constant.name()
                        : kind.getClass().getSimpleName());
    }

    private void add(String name, Object said) {
        if (said instanceof TextLine line) add(name, Message.of(line));
        else if (said instanceof Page page) add(name, page.message());
        else {
            BlockKit.RenderedMessage rendered = BlockKit.render((Message) said, "gallery");
            ObjectNode piece = JsonNodeFactory.instance.objectNode().put("text", rendered.text());
            piece.set("blocks", rendered.blocks());
            put(name, piece);
        }
    }

    /** Methods of one name that take other arguments, or a record of one name in two places, are numbered. */
    private void put(String name, JsonNode piece) {
        String free = name;
        for (int number = 2; pieces.containsKey(free); number++) free = name + " (" + number + ")";
        pieces.put(free, piece);
    }

    private void addForms() {
        PrivateMetadata metadata = new PrivateMetadata("C0INCIDENT42", "", "").withLocale(language);
        for (Action action : Action.values())
            Forms.in(language)
                    .forAction(action, "request00007")
                    .ifPresent(form -> put("Form, " + action.name(), FormModal.view(form, metadata)));
        Option option = new Option((String) examples.of(String.class), "virtual_guest:7\n\n");
        List<Option> candidates = length == Length.SHORT ? List.of() : Collections.nCopies(10, option);
        put("Form, device", PickerModal.view(metadata, new Offer("", candidates)));
    }
}
