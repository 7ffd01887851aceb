package dev.lifeline.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.lifeline.rescue.DeviceClass.Kind;
import dev.lifeline.rescue.DeviceClass.Size;
import dev.lifeline.rescue.Estimate.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What holds for every history of durations, however long, skewed or thin it is. */
class EstimatesPropertyTest {

    private static final DeviceClass HERE = new DeviceClass(Kind.GUEST, "dal13", Size.UNDER_32_GB);
    private static final DeviceClass OTHER_SITE = new DeviceClass(Kind.GUEST, "fra02", Size.UNDER_32_GB);
    private static final DeviceClass OTHER_SIZE = new DeviceClass(Kind.GUEST, "dal13", Size.UNDER_6_GB);

    /** Of one to 21,600 seconds, 6 hours. */
    private static Gen<List<Integer>> seconds(int min, int max) {
        return lists().of(integers().between(1, 21_600)).ofSizeBetween(min, max);
    }

    private static List<PhaseDuration> history(DeviceClass deviceClass, List<Integer> seconds) {
        return seconds.stream()
                .map(each -> new PhaseDuration(Phase.BOOT, deviceClass, Duration.ofSeconds(each)))
                .toList();
    }

    private static Estimate estimate(List<PhaseDuration> recent) {
        return Estimates.fromHistory(HERE, recent).orElseThrow();
    }

    @Test
    void usual_is_a_duration_that_occurred_with_as_many_shorter_as_longer_ones() {
        qt().forAll(seconds(Estimates.MIN_SAMPLES, Estimates.MAX_SAMPLES)).checkAssert(seconds -> {
            long usual = estimate(history(HERE, seconds)).usual().toSeconds();
            assertThat(seconds).contains((int) usual);
            assertThat(seconds.stream().filter(each -> each < usual).count()).isLessThanOrEqualTo(seconds.size() / 2);
            assertThat(seconds.stream().filter(each -> each > usual).count()).isLessThanOrEqualTo(seconds.size() / 2);
        });
    }

    @Test
    void slow_is_later_than_usual_by_a_margin_and_than_all_but_one_in_twenty() {
        qt().forAll(seconds(Estimates.MIN_SAMPLES, Estimates.MAX_SAMPLES)).checkAssert(seconds -> {
            Estimate estimate = estimate(history(HERE, seconds));
            long slow = estimate.slow().toSeconds();
            assertThat(estimate.slow()).isGreaterThanOrEqualTo(estimate.usual().plus(Estimates.MIN_SLACK));
            assertThat(seconds.stream().filter(each -> each > slow).count() * 20)
                    .isLessThanOrEqualTo(seconds.size());
        });
    }

    @Test
    void the_order_in_which_they_were_seen_does_not_matter() {
        qt().forAll(
                        seconds(Estimates.MIN_SAMPLES, Estimates.MAX_SAMPLES),
                        integers().all())
                .checkAssert((seconds, seed) -> {
                    List<Integer> shuffled = new ArrayList<>(seconds);
                    Collections.shuffle(shuffled, new Random(seed));
                    assertThat(estimate(history(HERE, shuffled))).isEqualTo(estimate(history(HERE, seconds)));
                });
    }

    @Test
    void one_odd_rescue_does_not_move_what_is_usual_beyond_what_others_took() {
        qt().forAll(
                        lists().of(integers().between(300, 400)).ofSizeBetween(Estimates.MIN_SAMPLES, 40),
                        integers().between(1, 21_600))
                .checkAssert((seconds, odd) -> {
                    List<Integer> all =
                            Stream.concat(Stream.of(odd), seconds.stream()).toList();
                    assertThat(estimate(history(HERE, all)).usual())
                            .isBetween(Duration.ofSeconds(300), Duration.ofSeconds(400));
                });
    }

    @Test
    void what_is_longer_for_every_rescue_is_longer_in_the_estimate() {
        qt().forAll(
                        lists().of(integers().between(1, 10_000)).ofSizeBetween(Estimates.MIN_SAMPLES, 40),
                        integers().between(1, 10_000))
                .checkAssert((seconds, more) -> {
                    List<Integer> longer =
                            seconds.stream().map(each -> each + more).toList();
                    Estimate before = estimate(history(HERE, seconds));
                    Estimate after = estimate(history(HERE, longer));
                    assertThat(after.usual()).isEqualTo(before.usual().plusSeconds(more));
                    assertThat(after.slow()).isGreaterThan(before.slow());
                });
    }

    @Test
    void enough_of_this_very_class_decide_alone_and_too_few_fall_back_to_the_size_then_to_the_kind() {
        qt().forAll(seconds(0, 9), seconds(0, 9), seconds(0, 9)).checkAssert((here, otherSite, otherSize) -> {
            List<PhaseDuration> mine = history(HERE, here);
            List<PhaseDuration> sameSize = concat(mine, history(OTHER_SITE, otherSite));
            List<PhaseDuration> all = concat(sameSize, history(OTHER_SIZE, otherSize));
            var expected = Stream.of(mine, sameSize, all)
                    .filter(group -> group.size() >= Estimates.MIN_SAMPLES)
                    .findFirst()
                    .flatMap(group -> Estimates.fromHistory(HERE, group));
            assertThat(Estimates.fromHistory(HERE, all)).isEqualTo(expected);
        });
    }

    private static List<PhaseDuration> concat(List<PhaseDuration> a, List<PhaseDuration> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    @Test
    void only_the_newest_count() {
        qt().forAll(seconds(Estimates.MAX_SAMPLES, Estimates.MAX_SAMPLES), seconds(1, 100))
                .checkAssert((newest, older) -> {
                    List<Integer> all =
                            Stream.concat(newest.stream(), older.stream()).toList();
                    assertThat(estimate(history(HERE, all))).isEqualTo(estimate(history(HERE, newest)));
                });
    }

    @Test
    void an_average_makes_a_boot_stall_later_and_never_earlier_than_the_time_out() {
        qt().forAll(integers().between(1, 100_000), integers().between(1, 100_000))
                .checkAssert((average, timeout) -> {
                    Duration limit = Duration.ofSeconds(timeout);
                    for (Source source : List.of(Source.PROVIDER, Source.DOCUMENTS))
                        assertThat(Estimates.ofAverage(Duration.ofSeconds(average), source)
                                        .stallsAfter(limit))
                                .isGreaterThanOrEqualTo(limit);
                });
    }

    @Test
    void history_alone_decides_when_a_boot_stalls() {
        List<Integer> quick = IntStream.range(0, 10).mapToObj(i -> 240).toList();
        assertThat(estimate(history(HERE, quick)).stallsAfter(Duration.ofMinutes(15)))
                .isEqualTo(Duration.ofMinutes(6));
    }
}
