package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.World;
import org.junit.jupiter.api.Test;

/** Approval by button, told as conversations: others agree, do not, are too late, or are not asked in time. */
class ApprovalScenarioTest {

    private static final String ONE = """
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                break-glass: {allowed: true, review-by: 24h}
            """;

    @Test
    void P5_somebody_else_approves_and_it_is_launched_once() {
        try (World world = World.under(ONE)) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            asha.presses("Yes, boot into rescue").sees("web-07.example.com: waiting for approval");
            asha.presses("Approve").sees("You asked for this, so somebody else has to approve it.");

            world.person("bruno").presses("Approve");

            asha.sees("approved (1 of 1).").sees("web-07.example.com is in the rescue kernel");
            assertThat(world.calls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void one_denial_with_its_reason_closes_it_and_nothing_is_done() {
        try (World world = World.under(ONE)) {
            Speaker asha = world.person("asha");
            asked(asha).sees("waiting for approval");

            world.person("bruno").presses("Deny").submits("Why not?", "the backup is running");

            asha.sees("denied it. Nothing was done. Reason: the backup is running");
            asha.sees("web-07.example.com: denied, nothing was done");
            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void the_requester_withdraws_and_approval_comes_too_late() {
        try (World world = World.under(ONE)) {
            Speaker asha = world.person("asha");
            asked(asha).sees("waiting for approval");
            world.person("bruno").presses("Withdraw").sees("who asked, can answer this.");

            asha.presses("Withdraw").sees("web-07.example.com: cancelled, nothing was done");
            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void who_may_not_launch_it_may_not_approve_it_either() {
        try (World world = World.under(ONE)) {
            Speaker asha = world.person("asha");
            asked(asha).sees("waiting for approval");

            world.person("dario").presses("Approve").sees("The policy lets only those approve");
            world.person("farid").presses("Approve").sees("No active user of the cloud account has your e-mail");
            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void the_glass_is_broken_with_the_devices_name_and_reviewed_by_somebody_else() {
        try (World world = World.under(ONE).linked("elena")) {
            Speaker asha = world.person("asha");
            asked(asha).sees("waiting for approval");
            asha.presses("Break the glass")
                    .submits("Name of the device", "web-08", "Why can it not wait?", "the shop is down")
                    .sees("What you typed is not the name of the device");
            asha.presses("Break the glass")
                    .submits("Name of the device", "web-07", "Why can it not wait?", "the shop is down");

            asha.sees("goes ahead without approval: the shop is down");
            world.person("elena").directly().sees("broke the glass");
            asha.sees("web-07.example.com: the glass was broken, please review");
            asha.sees("web-07.example.com is in the rescue kernel");
            asha.types("/rescue status").sees("the glass was broken by");
            asha.presses("I have reviewed it").sees("You broke the glass, so somebody else has to review it.");
            world.person("bruno").presses("I have reviewed it");
            asha.sees("web-07.example.com: the broken glass was reviewed");
            assertThat(world.calls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void a_rule_that_denies_tells_the_requester_alone_and_says_whom_to_ask() {
        String never = """
                rules:
                  - name: never
                    match: {hostname: "db-*"}
                    deny: "ask the storage team in #storage"
                """;
        try (World world = World.under(never)) {
            Speaker asha = world.person("asha");
            asha.types("/rescue db-01").sees("The policy does not allow it: ask the storage team in #storage");

            assertThat(world.person("bruno").everything()).doesNotContain("storage team");
        }
    }

    @Test
    void a_reason_that_does_not_fit_is_asked_for_again() {
        String reason = """
                rules:
                  - name: web
                    reason: "INC-[0-9]+.*"
                """;
        try (World world = World.under(reason)) {
            Speaker asha = world.person("asha");
            asked(asha).submits("Why?", "because");
            asha.sees("The policy asks for a reason of a certain form");

            asha.presses("Yes, boot into rescue").submits("Why?", "INC-42 the disk is full");
            asha.sees("confirmed: INC-42 the disk is full").sees("web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void a_machine_that_changed_meanwhile_is_asked_about_again() {
        try (World world = World.under(ONE)) {
            Speaker asha = world.person("asha");
            asked(asha).sees("waiting for approval");
            world.happens("web-07", "is powered off");

            Speaker bruno = world.person("bruno");
            bruno.presses("Approve").sees("The machine is not as it was when you were asked (power: on → off)");
            assertThat(world.orders()).isZero();
            bruno.sees("The card changed since you looked at it.").presses("Approve");
            asha.sees("web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void approvers_that_the_policy_names_are_asked_once_in_the_thread_and_each_directly() {
        String leads = """
                rules:
                  - name: web
                    approvals: 1
                    approvers: {groups: [oncall-leads], people: [bruno]}
                """;
        try (World world = World.under(leads)) {
            Speaker asha = world.person("asha");
            asked(asha).sees("Waiting for approval. Asked:");

            world.person("bruno")
                    .directly()
                    .sees("asks for your approval to boot")
                    .sees("Open the card");
            world.person("bruno").presses("Approve");
            asha.sees("web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void an_edited_policy_counts_for_the_next_request_and_one_with_a_mistake_does_not_count() {
        try (World world = World.under(ONE)) {
            Speaker asha = world.person("asha");
            asked(asha).sees("waiting for approval");
            world.policyBecomes(ONE.replace("approvals: 1", "approvals: 2"));
            asha.types("/rescue web-08").sees("Boot web-08.example.com");
            asha.presses("Yes, boot into rescue").sees("0 of 2 have approved.");

            world.policyBecomes("rules: nonsense");
            world.person("bruno").presses("Withdraw");
            asha.types("/rescue status").sees("web-08.example.com");
            world.person("bruno").types("/rescue status web-07").sees("Waiting for approval.");
        }
    }

    @Test
    void nobody_answers_so_they_are_asked_again_then_others_too_and_at_last_it_expires_without_buttons() {
        String hasty = """
                rules:
                  - name: web
                    approvals: 1
                    approvers: {people: [bruno, dario]}
                    remind: {after: 2s, then: elena}
                    approve-by: 5s
                """;
        try (World world = World.under(hasty)) {
            Speaker asha = world.person("asha");
            asked(asha).sees("they are asked again, and also");
            asha.sees("Nobody has answered yet. Asked again: <@U0ELENA>");
            world.person("elena").directly().sees("asks for your approval to boot");
            asha.sees("web-07.example.com: nobody answered in time, nothing was done");

            assertThat(world.person("bruno").tries("Approve").path("ok").asBoolean())
                    .as("no button is left to press")
                    .isFalse();
            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void P10_a_device_that_stays_in_rescue_is_spoken_of_again_and_again() {
        String watchful = """
                rules:
                  - name: any
                    approvals: 0
                remind-in-rescue: {after: 1s, every: 2s}
                """;
        try (World world = World.under(watchful)) {
            Speaker asha = world.person("asha");
            asked(asha).sees("web-07.example.com is in the rescue kernel");
            asha.sees("When you are done, end the rescue").presses("End rescue");
            asha.sees("web-07.example.com is back in its installed system");
        }
    }

    @Test
    void a_rule_may_want_that_people_proved_who_they_are_not_long_ago() {
        String careful = """
                rules:
                  - name: web
                    approvals: 1
                    step-up: 8h
                """;
        try (World world = World.under(careful)) {
            Speaker asha = world.person("asha");
            asked(asha).sees("The policy asks that you have shown not long ago who you are");
            world.linked("asha");
            asha.presses("Yes, boot into rescue").sees("waiting for approval");

            world.person("bruno").presses("Approve").sees("The policy asks that you have shown not long ago");
            world.linked("bruno");
            world.person("bruno").presses("Approve");
            asha.sees("web-07.example.com is in the rescue kernel");
        }
    }

    private static Speaker asked(Speaker asha) {
        asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
        return asha.presses("Yes, boot into rescue");
    }
}
