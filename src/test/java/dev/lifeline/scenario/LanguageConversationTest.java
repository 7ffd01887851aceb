package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.EnvironmentOptions;
import dev.lifeline.testkit.LinkPageClient;
import dev.lifeline.testkit.SimulatedUser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole conversations in another language: what is typed, pressed, filled in and read, by the requester, the approver and the channel. */
class LanguageConversationTest {

    private static final String POLICY = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                reason: required
            """;

    private static final String BY_NAME = """
            otherwise: permission
            rules:
              - name: web
                approvals: 1
                approvers: {people: [U0BRUNO, U0CHIARA]}
            """;

    /** Words of the English catalogue that are in no sentence of the others. */
    private static final List<String> ENGLISH =
            List.of(" the ", " and ", " is ", " of ", " you ", "Asked by", "Device", "Waiting", "waiting for");

    /** A permission as the portal calls it, and steps of transactions as the provider does: in English in every language. */
    private static final List<String> PROVIDERS_NAMES =
            List.of("OS Reloads and Rescue Kernel", "Rescue kernel is booting");

    private static SimulatedUser reader(BotEnvironment environment, String name, Locale language) {
        environment.editProfile(name, Map.of("locale", language.toLanguageTag()));
        return environment.user(name);
    }

    private static void assertNoEnglish(SimulatedUser user) {
        String seen = user.visibleText();
        for (String name : PROVIDERS_NAMES) seen = seen.replace(name, "");
        String ours = seen;
        assertThat(ENGLISH).allSatisfy(word -> assertThat(ours).doesNotContain(word));
    }

    @Test
    void a_rescue_in_italian_from_the_command_to_the_way_back() {
        try (BotEnvironment environment = EnvironmentOptions.startWith(POLICY, Locale.ITALIAN)) {
            SimulatedUser asha = reader(environment, "asha", Locale.ITALY);
            SimulatedUser bruno = reader(environment, "bruno", Locale.ITALY);
            asha.type("/rescue web-07").waitForText("Avviare web-07.example.com nel kernel di salvataggio?");
            asha.click("Sì, avvia il salvataggio").waitForModalText("Perché?").submit("Perché?", "disco pieno");
            asha.waitForText("web-07.example.com: in attesa di approvazione");
            asha.type("/rescue stato").waitForText("in attesa di approvazione");
            bruno.click("Approva");

            asha.waitForText("web-07.example.com è nel kernel di salvataggio");
            asha.click("Mostra accesso").waitForText("Come accedere a web-07.example.com");
            asha.click("Mostra la password").waitForModalText("root");
            assertThat(asha.openModal().toString()).contains("Password registrata", "Chiudi");
            asha.closeModal().click("Termina salvataggio");
            asha.waitForText("web-07.example.com è tornato nel suo sistema installato");
            asha.waitForText("Tempi di web-07.example.com:").click("Cronologia");
            asha.inDirectMessage().waitForText("# Salvataggio di `web-07.example.com`");
            assertNoEnglish(asha);
        }
    }

    @Test
    void a_rescue_in_german_from_the_command_to_the_way_back() {
        try (BotEnvironment environment = EnvironmentOptions.startWith(POLICY, Locale.GERMAN)) {
            SimulatedUser asha = reader(environment, "asha", Locale.GERMANY);
            SimulatedUser bruno = reader(environment, "bruno", Locale.GERMANY);
            asha.type("/rescue retten web-07 weil die Platte voll ist");
            asha.waitForText("web-07.example.com in den Rettungskernel booten?");
            asha.click("Ja, in die Rettung booten").waitForText("web-07.example.com: wartet auf Genehmigung");
            bruno.click("Genehmigen");

            asha.waitForText("web-07.example.com ist im Rettungskernel");
            asha.click("Zugang zeigen").waitForText("So kommst du in web-07.example.com hinein");
            asha.type("/rescue beenden web-07").waitForText("Die Rettung von web-07.example.com beenden?");
            asha.click("Ja, die Rettung beenden");
            asha.waitForText("web-07.example.com ist wieder in seinem installierten System");
            asha.type("/rescue verlauf").waitForText("die Platte voll ist");
            assertNoEnglish(asha);
        }
    }

    @Test
    void a_drill_in_either_language() {
        try (BotEnvironment environment = EnvironmentOptions.startWith(POLICY, Locale.ITALIAN)) {
            SimulatedUser asha = reader(environment, "asha", Locale.GERMANY);
            asha.type("/rescue übung").waitForText("Questa è un'esercitazione");
            asha.click("Sì, avvia il salvataggio").waitForText("drill:practice è nel kernel di salvataggio");
            asha.click("Mostra accesso").waitForText("Das ist eine Übung");
            asha.type("/rescue esercitazione").waitForText("drill:practice");
        }
    }

    @Test
    void an_approver_reads_their_own_language_in_a_channel_of_another() {
        try (BotEnvironment environment = EnvironmentOptions.startWith(BY_NAME, Locale.ENGLISH)) {
            SimulatedUser bruno = reader(environment, "bruno", Locale.ITALY).inDirectMessage();
            SimulatedUser chiara = reader(environment, "chiara", Locale.GERMANY).inDirectMessage();
            environment.advanceClock(Duration.ofSeconds(11)); // profiles are remembered for ten
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("waiting for approval");

            bruno.waitForText("chiede la tua approvazione");
            chiara.waitForText("bittet um deine Genehmigung");
            bruno.click("Rifiuta").waitForModalText("Perché no?").submit("Perché no?", "no");
            bruno.waitForText("È deciso.");
            assertNoEnglish(bruno);
        }
    }

    @Test
    void the_link_page_says_in_what_language_it_is() {
        try (BotEnvironment environment = EnvironmentOptions.startWith(POLICY, Locale.ENGLISH)) {
            LinkPageClient page = LinkPageClient.openLinkOf(reader(environment, "dario", Locale.ITALY));
            assertThat(page.page().body()).contains("<html lang=\"it\">");
        }
    }
}
