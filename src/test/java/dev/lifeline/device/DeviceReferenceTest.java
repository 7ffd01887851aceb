package dev.lifeline.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

/** What people paste where a name is asked for is read as they mean it. */
class DeviceReferenceTest {

    /** What pasting puts around a name; each may stand around any other. */
    private static final List<UnaryOperator<String>> WRAPPINGS = List.of(
            name -> name + ".",
            name -> name + ",",
            name -> " " + name + " ",
            name -> "\u00A0" + name + "\u200B",
            name -> "`" + name + "`",
            name -> "\"" + name + "\"",
            name -> "*" + name + "*",
            name -> "_" + name + "_",
            name -> "<" + name + ">",
            name -> "(" + name + ")",
            name -> "“" + name + "”",
            name -> name + "/",
            name -> name.replace('-', '\u2013'),
            name -> name.replace('-', '\u2011'),
            name -> name.toUpperCase(Locale.ROOT));

    /** What makes an address of a name; they stand in this order from the inside. */
    private static final List<UnaryOperator<String>> ADDRESSES = List.of(
            name -> name,
            name -> name + ":22",
            name -> "root@" + name,
            name -> "root@" + name + ":2222",
            name -> "https://" + name + "/",
            name -> "https://" + name + ":8443/status?all=1#top",
            name -> "ssh://root@" + name + ":22",
            name -> name + ":9100/metrics");

    @ParameterizedTest
    @CsvSource({
        "web-07.example.com., web-07.example.com",
        "web–07, web-07",
        "web‑07, web-07",
        "root@web-07, web-07",
        "web-07:22, web-07",
        "https://web-07/, web-07",
        "ssh://root@web-07:22, web-07",
        "`web-07`, web-07",
        "*web-07*, web-07",
        "'web-07,', web-07",
        "[2001:db8::7]:22, 2001:db8::7",
        "2001:db8::7, 2001:db8::7",
        "10.0.7.7:3389, 10.0.7.7",
        "104870101, 104870101"
    })
    void what_is_pasted_is_read_as_it_is_meant(String pasted, String name) {
        assertThat(DeviceReference.parse(pasted).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web-0",
                "web-*",
                "web-0_",
                "web_07",
                "ｗｅｂ－07",
                "\u202eweb-07",
                "web-07%00",
                "-web-07",
                "web-07-backup.log"
            })
    void P9_what_is_no_way_to_write_the_name_stays_another_name(String pasted) {
        assertThat(DeviceReference.parse(pasted).name()).isNotEqualToIgnoringCase("web-07");
    }

    @Test
    void a_name_is_found_again_in_whatever_was_pasted_around_it() {
        qt().forAll(hostnames(), integers().between(0, ADDRESSES.size() - 1), wrappings())
                .check((name, address, wrappings) -> {
                    String pasted = ADDRESSES.get(address).apply(name);
                    for (int wrapping : wrappings)
                        pasted = WRAPPINGS.get(wrapping).apply(pasted);
                    return DeviceReference.parse(pasted).name().equalsIgnoreCase(name);
                });
    }

    @Test
    void a_name_that_was_read_is_read_as_itself() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 60)).check(pasted -> {
            DeviceReference reference = DeviceReference.parse(pasted);
            return DeviceReference.parse(reference.name()).equals(reference);
        });
    }

    @Test
    void P9_nothing_is_read_that_was_not_there() {
        qt().forAll(strings().basicLatinAlphabet().ofLengthBetween(0, 60))
                .check(pasted -> pasted.replaceAll("\\s+", " ")
                        .contains(DeviceReference.parse(pasted).name()));
    }

    @Test
    void P9_endless_text_takes_no_endless_time() {
        assertThat(DeviceReference.parse("*".repeat(100_000)).name()).hasSizeLessThan(1_001);
        assertThat(DeviceReference.parse("(".repeat(50_000) + "web-07" + ")".repeat(50_000))
                        .name())
                .hasSizeLessThan(1_001);
    }

    private static Gen<List<Integer>> wrappings() {
        return lists().of(integers().between(0, WRAPPINGS.size() - 1)).ofSizeBetween(0, 5);
    }

    private static Gen<String> hostnames() {
        return strings()
                .betweenCodePoints('a', 'z')
                .ofLengthBetween(1, 8)
                .zip(integers().between(0, 99), (letters, number) -> letters + "-" + number)
                .zip(integers().between(0, 1), (host, full) -> full == 0 ? host : host + ".example.com");
    }
}
