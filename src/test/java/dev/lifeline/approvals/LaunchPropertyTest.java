package dev.lifeline.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** P4, P5: whatever happens in whatever order, nothing is launched that a bystander would call illegitimate. */
class LaunchPropertyTest {

    private static final int DEEDS = Deed.values().length;
    private static final int CHOICES = DEEDS * Play.PEOPLE * Play.PEOPLE;

    @Test
    void P4_P5_no_sequence_of_clicks_relinks_rights_and_policies_lets_a_forbidden_launch_through() {
        AtomicInteger launches = new AtomicInteger();
        qt().withExamples(1_500).forAll(lines()).checkAssert(lines -> launches.addAndGet(played(lines)));
        assertThat(launches).as("launches, or nothing was tried").hasValueGreaterThan(20);
    }

    @Test
    void P5_somebody_with_two_slack_accounts_cannot_agree_with_themselves_by_linking_them_anew() {
        Play play = new Play(1);
        play.happens(Deed.ASK, 0, 0);
        play.happens(Deed.CONFIRM, 0, 0);
        play.happens(Deed.RELINK, 0, 1);
        play.happens(Deed.APPROVE, 1, 0);
        play.happens(Deed.CLOCKWORK, 0, 0);

        assertThat(play.launches()).isZero();
    }

    @Test
    void P5_two_cloud_users_with_one_email_are_one_human() {
        Play play = new Play(1);
        play.shareAnEmail(0, 1);
        play.happens(Deed.ASK, 0, 0);
        play.happens(Deed.CONFIRM, 0, 0);
        play.happens(Deed.APPROVE, 1, 0);
        play.happens(Deed.CLOCKWORK, 0, 0);

        assertThat(play.launches()).isZero();
        play.happens(Deed.APPROVE, 2, 0);
        play.happens(Deed.CLOCKWORK, 0, 0);
        assertThat(play.launches()).isEqualTo(1);
    }

    @Test
    void P5_nor_do_they_sign_that_it_was_right_to_break_the_glass() {
        Play play = new Play(1);
        play.shareAnEmail(0, 1);
        play.happens(Deed.ASK, 0, 0);
        play.happens(Deed.CONFIRM, 0, 0);
        play.happens(Deed.BREAK_THE_GLASS, 0, 0);
        play.happens(Deed.CLOCKWORK, 0, 0);

        assertThat(play.isOpenAfterSigning(1)).isTrue();
        assertThat(play.isOpenAfterSigning(2)).isFalse();
    }

    @Test
    void whoever_breaks_the_glass_has_proved_who_they_are_as_late_as_the_policy_wants() {
        Play play = new Play(1);
        play.wantsProof(Duration.ofMinutes(5));
        play.happens(Deed.ASK, 0, 0);
        play.happens(Deed.CONFIRM, 0, 0);
        play.happens(Deed.MINUTES_PASS, 0, 2);
        play.happens(Deed.BREAK_THE_GLASS, 0, 0);
        play.happens(Deed.CLOCKWORK, 0, 0);

        assertThat(play.launches()).isZero();
    }

    /** Half of all sequences begin as most requests do, so that many come far enough. */
    private static Gen<List<Integer>> lines() {
        return lists().of(integers().between(0, 2 * CHOICES - 1)).ofSizeBetween(4, 30);
    }

    private static int played(List<Integer> lines) {
        int first = lines.get(0);
        Play play = new Play(first % 3);
        if (first >= CHOICES) {
            play.happens(Deed.ASK, 0, 0);
            play.happens(Deed.CONFIRM, 0, 0);
        }
        lines.forEach(line -> happens(play, line));
        play.happens(Deed.CLOCKWORK, 0, 0);
        return play.launches();
    }

    private static void happens(Play play, int line) {
        int person = line / DEEDS % Play.PEOPLE;
        int other = line / DEEDS / Play.PEOPLE % Play.PEOPLE;
        play.happens(deed(line), person, other);
    }

    private static Deed deed(int line) {
        return Deed.values()[line % DEEDS];
    }
}
