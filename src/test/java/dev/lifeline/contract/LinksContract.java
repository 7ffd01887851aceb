package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.ASHA;
import static dev.lifeline.contract.Samples.LINK;
import static dev.lifeline.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Link;
import dev.lifeline.access.Link.Basis;
import dev.lifeline.access.Links;
import dev.lifeline.access.SlackUserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What does everybody rely on who keeps links? */
public abstract class LinksContract {

    private static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");

    protected abstract Links links();

    @Test
    void somebody_who_was_never_linked_is_unknown() {
        assertThat(links().of(ASHA.person())).isEmpty();
        assertThat(links().standing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void a_link_is_remembered_with_all_that_is_known_of_it(Basis basis) {
        Link link = link(ASHA.person(), ASHA.user(), basis);
        links().keep(link);
        assertThat(links().of(ASHA.person())).contains(link);
    }

    @Test
    void an_address_that_was_not_told_stays_untold() {
        Link untold = new Link(ASHA.person(), ASHA.user(), Optional.empty(), LINK.made());
        links().keep(untold);
        assertThat(links().of(ASHA.person())).contains(untold);
    }

    @Test
    void the_newest_link_counts() {
        links().keep(LINK);
        Link newer = link(ASHA.person(), new CloudUserId(2), Basis.PROVED);
        links().keep(newer);
        assertThat(links().of(ASHA.person())).contains(newer);
        assertThat(links().to(ASHA.user())).isEmpty();
    }

    @Test
    void who_comes_second_changes_nothing() {
        links().keepFirst(LINK);
        links().keepFirst(link(ASHA.person(), new CloudUserId(2), Basis.BY_EMAIL));
        assertThat(links().of(ASHA.person())).contains(LINK);
    }

    @Test
    void a_cut_link_is_known_as_such_and_ties_nobody() {
        Link cut = LINK.cut(BRUNO, NOON);
        links().keep(cut);
        links().keepFirst(LINK);
        assertThat(links().of(ASHA.person())).contains(cut);
        assertThat(links().to(ASHA.user())).isEmpty();
        assertThat(links().standing()).isEmpty();
    }

    @Test
    void two_people_may_be_one_cloud_user() {
        Link other = link(BRUNO, ASHA.user(), Basis.BOUND);
        links().keep(other);
        links().keep(LINK);
        assertThat(links().to(ASHA.user())).containsExactly(LINK, other);
        assertThat(links().standing()).containsExactly(LINK, other);
    }

    private static Link link(SlackUserId person, CloudUserId user, Basis basis) {
        return new Link(person, user, Optional.of("a@example.com"), new Link.Made(basis, BRUNO, NOON));
    }
}
