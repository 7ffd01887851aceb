package dev.lifeline.access;

import static dev.lifeline.testkit.AccountInMemory.below;
import static dev.lifeline.testkit.AccountInMemory.owner;
import static dev.lifeline.testkit.AccountInMemory.with;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.member;
import static dev.lifeline.testkit.Fixtures.onCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.AccountInMemory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BindingTest {

    private static final CloudUserId OWNER = new CloudUserId(1);
    private static final CloudUserId MANAGER = new CloudUserId(2);
    private static final CloudUserId TEAM_LEAD = new CloudUserId(3);
    private static final CloudUserId NEWCOMER = new CloudUserId(4);

    private final AccountInMemory account = new AccountInMemory();
    private final Binding binding = new Binding(account);
    private final Person bruno = member(BRUNO, "bruno@example.com");
    private final CloudUser owner = owner(onCall(OWNER));
    private final CloudUser manager = managing(below(onCall(MANAGER), OWNER));
    private final CloudUser lead = managing(below(onCall(TEAM_LEAD), MANAGER));
    private final CloudUser newcomer = below(onCall(NEWCOMER), TEAM_LEAD);

    @BeforeEach
    void an_account_of_four() {
        List.of(owner, manager, lead, newcomer).forEach(account::with);
    }

    @Test
    void a_user_manager_binds_children_and_their_children() {
        assertThat(binding.objection(manager, bruno, Optional.of(lead))).isEmpty();
        assertThat(binding.objection(manager, bruno, Optional.of(newcomer))).isEmpty();
    }

    @Test
    void the_owner_binds_anybody_but_those_who_count_as_the_owner() {
        CloudUser second = owner(onCall(new CloudUserId(9)));
        assertThat(binding.objection(owner, bruno, Optional.of(newcomer))).isEmpty();
        assertThat(binding.objection(owner, bruno, Optional.of(second))).contains(Unbindable.LIKE_THE_OWNER);
    }

    @Test
    void who_may_not_manage_users_binds_nobody() {
        assertThat(binding.objection(newcomer, bruno, Optional.of(lead))).contains(Unbindable.NOT_A_MANAGER);
    }

    @Test
    void absent_above_beside_and_oneself_are_one_answer() {
        CloudUser cousin = below(onCall(new CloudUserId(9)), OWNER);
        assertThat(binding.objection(lead, bruno, Optional.empty())).contains(Unbindable.NO_SUCH_USER);
        assertThat(binding.objection(lead, bruno, Optional.of(manager))).contains(Unbindable.NO_SUCH_USER);
        assertThat(binding.objection(lead, bruno, Optional.of(cousin))).contains(Unbindable.NO_SUCH_USER);
        assertThat(binding.objection(lead, bruno, Optional.of(lead))).contains(Unbindable.NO_SUCH_USER);
        assertThat(binding.objection(lead, bruno, Optional.of(owner))).contains(Unbindable.NO_SUCH_USER);
    }

    @Test
    void who_is_not_active_is_bound_to_nobody() {
        CloudUser gone = with(newcomer, CloudUser.Status.DISABLED);
        assertThat(binding.objection(manager, bruno, Optional.of(gone))).contains(Unbindable.NOT_ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Person.Guise.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MEMBER"})
    void only_members_are_bound(Person.Guise guise) {
        Person stranger = new Person(BRUNO, "Bruno", Optional.empty(), Locale.ENGLISH, guise);
        assertThat(binding.objection(manager, stranger, Optional.of(newcomer))).contains(Unbindable.NOT_SERVED);
    }

    private static CloudUser managing(CloudUser user) {
        return with(user, Set.of(Permission.USER_MANAGE));
    }
}
