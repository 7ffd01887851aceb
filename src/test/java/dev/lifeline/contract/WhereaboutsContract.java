package dev.lifeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.Whereabouts;
import dev.lifeline.rescue.Place;
import org.junit.jupiter.api.Test;

/** What everybody who follows places does. */
public abstract class WhereaboutsContract {

    private static final Place FIRST = new Place("G0FIRST");
    private static final Place SECOND = new Place("C0SECOND");
    private static final Place THIRD = new Place("C0THIRD");

    protected abstract Whereabouts whereabouts();

    @Test
    void a_place_that_never_moved_is_where_it_is() {
        assertThat(whereabouts().today(FIRST)).isEqualTo(FIRST);
        assertThat(whereabouts().ever(FIRST)).containsExactly(FIRST);
    }

    @Test
    void a_place_that_moved_is_found_by_any_of_its_ids() {
        whereabouts().moved(FIRST, SECOND);

        assertThat(whereabouts().today(FIRST)).isEqualTo(SECOND);
        assertThat(whereabouts().today(SECOND)).isEqualTo(SECOND);
        assertThat(whereabouts().ever(SECOND)).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(whereabouts().ever(FIRST)).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void one_that_moved_twice_is_found_too_whichever_news_came_first() {
        whereabouts().moved(FIRST, SECOND);
        whereabouts().moved(SECOND, THIRD);
        whereabouts().moved(FIRST, SECOND);

        assertThat(whereabouts().today(FIRST)).isEqualTo(THIRD);
        assertThat(whereabouts().ever(THIRD)).containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
    }

    @Test
    void no_news_leads_round_in_circles() {
        whereabouts().moved(FIRST, SECOND);
        whereabouts().moved(SECOND, FIRST);

        assertThat(whereabouts().today(FIRST)).isEqualTo(SECOND);
        assertThat(whereabouts().today(SECOND)).isEqualTo(SECOND);
    }
}
