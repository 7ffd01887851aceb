package dev.lifeline.message;

import static dev.lifeline.testkit.Fixtures.DB_01;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.guest;
import static dev.lifeline.testkit.Fixtures.plan;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Device;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.Ports;
import dev.lifeline.message.reply.AccessInstructions;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessInstructionsTest {

    private static String render(Device device, String login) {
        return render(device, login, Locale.ENGLISH);
    }

    private static String render(Device device, String login, Locale locale) {
        Baseline baseline = new Baseline(poweredOnStatus(), Optional.of("SHA256:installed"), true);
        Baseline inRescue = new Baseline(poweredOnStatus(), Optional.of("SHA256:rescue"), true);
        Stage stage = new Stage.InRescue(
                NOON,
                Evidence.HOST_KEY_CHANGED,
                baseline,
                inRescue,
                Optional.of(login),
                Optional.empty(),
                Optional.empty());
        RescueRequest request = new RescueRequest(new RequestId("request00007"), plan(device), stage, 7);
        return AccessInstructions.in(locale)
                .render(request, Optional.of(login), new Ports(2222, 3389), Optional.empty())
                .plainText();
    }

    @Test
    void linux_is_entered_by_ssh_with_a_key_to_compare() {
        assertThat(render(DB_01, "root"))
                .contains("ssh -o StrictHostKeyChecking=ask", "-p 2222 root@127.0.7.7")
                .contains("Host key in rescue: SHA256:rescue", "Host key of the installed system: SHA256:installed")
                .contains("ssh-keyscan -p 2222 127.0.7.7 | ssh-keygen -lf -")
                .contains("vgchange -ay", "mdadm --assemble --scan", "End rescue")
                .doesNotContain("mstsc", "CentOS 5");
    }

    @Test
    void a_small_guest_gets_old_algorithms() {
        assertThat(render(guest(1, "tiny-01", Family.LINUX, 2048), "root"))
                .contains("+diffie-hellman-group14-sha1", "+ssh-rsa", "CentOS 5");
    }

    /** A machine whose own list knows the installed key would refuse without a question. */
    @Test
    void no_list_of_known_hosts_of_the_machine_is_read() {
        assertThat(render(DB_01, "root"))
                .contains("-o UserKnownHostsFile=/dev/null -o GlobalKnownHostsFile=/dev/null ");
    }

    /** {@code ssh-keyscan} of today gets no key from CentOS 5, and {@code ssh-keygen} says that it is not a public key file. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "de"})
    void nobody_is_sent_to_scan_the_keys_of_the_old_rescue_system(String language) {
        assertThat(render(guest(1, "tiny-01", Family.LINUX, 2048), "root", Locale.forLanguageTag(language)))
                .doesNotContain("ssh-keyscan", "ssh-keygen");
    }

    @Test
    void windows_is_entered_by_remote_desktop() {
        assertThat(render(guest(1, "win-03", Family.WINDOWS, 16_384), "Administrator"))
                .contains("mstsc /v:127.0.7.7", "xfreerdp /v:127.0.7.7 /u:Administrator", "diskpart")
                .doesNotContain("ssh ", "SHA256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root; rm -rf ~", "-oProxyCommand=x", "$(id)", "a b", "`id`", "root\nid", "x@evil"})
    void P9_a_user_name_that_could_be_a_command_is_not_in_the_command(String login) {
        assertThat(render(DB_01, login).lines().filter(line -> line.startsWith("Log in: ")))
                .containsExactly("Log in: ssh -o StrictHostKeyChecking=ask -o UserKnownHostsFile=/dev/null"
                        + " -o GlobalKnownHostsFile=/dev/null -o PubkeyAuthentication=no -p 2222 127.0.7.7");
    }
}
