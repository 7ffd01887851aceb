package dev.lifeline.message;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.opened;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Objection;
import dev.lifeline.access.Permission;
import dev.lifeline.access.Person;
import dev.lifeline.device.Obstacle;
import dev.lifeline.rescue.Drift;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.Stay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that can happen leaves the bot without words, and no word is left unfilled. */
class PhrasebookTest {

    private final Voice voice = Voice.in(Locale.ENGLISH);

    @ParameterizedTest
    @MethodSource("happenings")
    void every_happening_has_words(Happening happening) {
        assertSpoken(voice.tidings().of(opened(), happening).plain());
    }

    @Test
    void no_happening_is_forgotten_by_this_test() {
        assertThat(happenings().map(Object::getClass).distinct())
                .hasSameSizeAs(Happening.class.getPermittedSubclasses());
    }

    static Stream<Happening> happenings() {
        Duration wait = Duration.ofMinutes(3);
        return Stream.of(
                new Happening.Confirmed(ASHA, ""),
                new Happening.Confirmed(ASHA, "INC-7"),
                new Happening.ApprovalAsked(Set.of(), 1),
                new Happening.ApprovalAsked(Set.of(ASHA), 1),
                new Happening.Reminded(Set.of(ASHA)),
                new Happening.Approved(ASHA, 1, 2, ""),
                new Happening.Approved(ASHA, 1, 2, "go"),
                new Happening.Denied(ASHA, ""),
                new Happening.Denied(ASHA, "no"),
                new Happening.Drifted(List.of(
                        new Drift(Drift.What.POWER, "ON", "OFF"), new Drift(Drift.What.TRANSACTION, "", "Reload"))),
                new Happening.GlassBroken(ASHA, "down", NOON, Set.of(ASHA)),
                new Happening.ReviewSigned(ASHA),
                new Happening.ReviewOverdue(),
                new Happening.Cancelled(ASHA),
                new Happening.Expired(),
                new Happening.NotAllowedAnyMore(new Objection.CloudUserGone()),
                new Happening.Hindered(new Obstacle.CoreOs()),
                new Happening.LaunchAccepted(),
                new Happening.LaunchUnconfirmed(),
                new Happening.LaunchPostponed(NOON),
                new Happening.StartedTooLate(),
                new Happening.LaunchRefused("no"),
                new Happening.NothingBegins(wait, true),
                new Happening.NothingBegins(wait, false),
                new Happening.NothingBegan(wait, true),
                new Happening.UnderWay("step", Optional.of(wait)),
                new Happening.UnderWay("step", Optional.empty()),
                new Happening.PoweredDown(),
                new Happening.Rebooting(),
                new Happening.KernelBooting("step"),
                new Happening.KernelBooting(""),
                new Happening.IsInRescue(Evidence.HOST_KEY_CHANGED),
                new Happening.Lingers(wait),
                new Happening.Stalled(wait, OptionalLong.of(7)),
                new Happening.Stalled(wait, OptionalLong.empty()),
                new Happening.LeaveOrdered(ASHA),
                new Happening.LeavePostponed(NOON),
                new Happening.LeaveRefused("no"),
                new Happening.LeaveAccepted(),
                new Happening.LeaveUnconfirmed(),
                new Happening.LeaveUnheard(wait, true),
                new Happening.LeaveUnheard(wait, false),
                new Happening.LeftByItself(),
                new Happening.IsBack(Evidence.PORT_ANSWERS),
                new Happening.NotBackYet(wait),
                new Happening.Vanished());
    }

    @ParameterizedTest
    @MethodSource("objections")
    void every_objection_has_a_reason_and_a_remedy(Objection objection) {
        assertSpoken(voice.reasons().objection(objection).plain());
    }

    static List<Objection> objections() {
        List<Objection> objections = new ArrayList<>(List.of(
                new Objection.NoEmail(),
                new Objection.NoCloudUser("a@b.c"),
                new Objection.SeveralCloudUsers("a@b.c"),
                new Objection.NotServedHere("C1"),
                new Objection.NeedsLink(Objection.NeedsLink.Because.POWERFUL),
                new Objection.NeedsLink(Objection.NeedsLink.Because.CUT),
                new Objection.LinkOutdated(Objection.LinkOutdated.Changed.SLACK_EMAIL),
                new Objection.LinkOutdated(Objection.LinkOutdated.Changed.CLOUD_EMAIL),
                new Objection.CloudUserGone(),
                new Objection.NotActive("asha", CloudUser.Status.CANCEL_PENDING),
                new Objection.Lacks("asha", Permission.SERVER_RELOAD),
                new Objection.NoSuchDevice("web"),
                new Objection.NoSuchDevice(""),
                new Objection.Oneself(),
                new Objection.CountsAsOwner("elena"),
                new Objection.NotBelow("asha"),
                new Objection.CannotPassOn(Permission.SERVER_RELOAD),
                new Objection.NotFromHere(Permission.USER_MANAGE),
                new Objection.ReachesAll("asha"),
                new Objection.SubjectGone("asha"),
                new Objection.CannotTell()));
        Stream.of(Person.Guise.values())
                .filter(guise -> guise != Person.Guise.MEMBER)
                .forEach(guise -> objections.add(new Objection.NotServed(guise)));
        return objections;
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void every_obstacle_has_a_reason_and_a_remedy(Obstacle obstacle) {
        assertSpoken(voice.reasons().obstacle(obstacle, WEB_07).plain());
    }

    static Stream<Obstacle> obstacles() {
        return Stream.of(
                new Obstacle.OutstandingTransaction(transaction(1)),
                new Obstacle.CoreOs(),
                new Obstacle.NotProvisioned(),
                new Obstacle.Suspended(),
                new Obstacle.Paused(),
                new Obstacle.NothingInstalled(),
                new Obstacle.RemoteManagementOff(),
                new Obstacle.NoCredentials(),
                new Obstacle.NoRescueImage("x.iso", "dal13"),
                new Obstacle.SeveralRescueImages("x.iso", List.of("1", "2")));
    }

    @ParameterizedTest
    @EnumSource(Stay.class)
    void everything_that_changed_nothing_is_explained(Stay stay) {
        assertSpoken(voice.reasons().stayed(stay, opened()).plain());
    }

    @Test
    void P9_a_name_that_looks_like_a_slot_stays_a_name() {
        Line line = Phrasebook.in(Locale.ENGLISH)
                .line("help.unknown", java.util.Map.of("typed", new Span.Foreign("{device} *x* <!channel>")));

        assertThat(line.spans()).contains(new Span.Foreign("{device} *x* <!channel>"));
    }

    private static void assertSpoken(String text) {
        assertThat(text).isNotBlank().doesNotContain("{").doesNotContain("null");
    }
}
