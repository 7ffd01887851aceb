package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.ASHA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Links;
import dev.lifeline.access.SlackUserId;
import org.junit.jupiter.api.Test;

/** What does everybody rely on who keeps links? */
public abstract class LinksContract {

    protected abstract Links links();

    @Test
    void somebody_who_was_never_linked_is_unknown() {
        assertThat(links().of(ASHA.person())).isEmpty();
    }

    @Test
    void a_link_is_remembered() {
        links().link(ASHA.person(), ASHA.user());
        assertThat(links().of(ASHA.person())).contains(ASHA.user());
    }

    @Test
    void the_newest_link_counts() {
        links().link(ASHA.person(), ASHA.user());
        links().link(ASHA.person(), new CloudUserId(2));
        assertThat(links().of(ASHA.person())).contains(new CloudUserId(2));
    }

    @Test
    void two_people_may_be_one_cloud_user() {
        SlackUserId other = new SlackUserId("U0ASHA2");
        links().link(ASHA.person(), ASHA.user());
        links().link(other, ASHA.user());
        assertThat(links().of(other)).isEqualTo(links().of(ASHA.person()));
        assertThat(links().of(ASHA.user())).containsExactlyInAnyOrder(ASHA.person(), other);
    }

    @Test
    void nobody_is_a_cloud_user_any_more_who_was_linked_anew() {
        links().link(ASHA.person(), ASHA.user());
        links().link(ASHA.person(), new CloudUserId(2));
        assertThat(links().of(ASHA.user())).isEmpty();
    }
}
