package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One reader's view is in that reader's language; what all see is in the workspace's. */
class LanguageScenarioTest {

    private final BotEnvironment environment = BotEnvironment.accelerated();
    private final SimulatedUser asha = environment.user("asha");
    private final SimulatedUser bruno = reader("bruno", "it-IT");

    private SimulatedUser reader(String name, String locale) {
        environment.editProfile(name, Map.of("locale", locale));
        return environment.user(name);
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it-IT | aiuto | /rescue elenco [TESTO]",
                "it-IT | AIUTO | Le parole inglesi valgono sempre",
                "it-IT | elenco | Elenco dispositivi a cui hai accesso",
                "it-IT | stato | Nessun dispositivo è in salvataggio",
                "it-IT | status | Nessun dispositivo è in salvataggio",
                "it-IT | storia | Nessuno ha chiesto il salvataggio di un dispositivo",
                "it-IT | termina | Quale dispositivo?",
                "it-IT | accesso | Ha accesso a 2 dispositivi.",
                "it-IT | chisono | Hai accesso a 2 dispositivi; /rescue list li mostra.",
                "it-IT | collegamenti | collegato a",
                "it-IT | nope-99 | Non c'è alcun dispositivo nope-99 a cui hai accesso",
                "de-DE | hilfe | /rescue liste [TEXT]",
                "de-AT | liste | Geräte, auf die du Zugriff hast",
                "de-DE | stand | Kein Gerät ist in der Rettung",
                "de-DE | werbinich | Du hast Zugriff auf 2 Geräte",
                "de-DE | elenco | Geräte, auf die du Zugriff hast",
                "tlh-XX | aiuto | What I can do",
                "ar | list | Devices that you have access to",
                "x | help | What I can do"
            })
    void every_reader_gets_replies_in_their_language_and_types_in_any(String locale, String command, String sees) {
        reader("bruno", locale).type("/rescue " + command).waitForText(sees);

        assertThat(bruno.ephemeralText()).contains(sees);
        assertThat(asha.visibleText()).doesNotContain(sees);
    }
}
