package dev.lifeline.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.softlayer.rest.CurrentUser;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where the bot's user stands among the users that it sees. */
class AccountUsersTest extends ScriptedProviderTestBase {

    private static final CurrentUser BOT = new CurrentUser(new CloudUserId(2), "bot", false, Set.of());

    private AccountUsers read(String rows) {
        provider.respond("getUsers", rows);
        return adapter.accountUsers(BOT);
    }

    @Test
    void those_beside_the_bot_are_named_and_those_above_and_below_it_are_not() {
        AccountUsers users = read("""
                [{"id":1,"username":"owner"},{"id":2,"username":"bot","parentId":1},{"id":3,"username":"below","parentId":2},
                 {"id":4,"username":"further-below","parentId":3},{"id":5,"username":"beside","parentId":1},
                 {"id":6,"username":"below-somebody-hidden","parentId":99}]""");

        assertThat(users.others()).isEqualTo(5);
        assertThat(users.notBelow()).containsExactly("below-somebody-hidden", "beside");
    }

    @Test
    void a_circle_of_parents_ends() {
        assertThat(read("""
                [{"id":2,"username":"bot","parentId":1},{"id":7,"username":"one","parentId":8},{"id":8,"username":"two","parentId":7}]""").notBelow()).containsExactly("one", "two");
    }

    @Test
    void who_sees_only_itself_sees_nobody() {
        assertThat(read("[{\"id\":2,\"username\":\"bot\",\"parentId\":1}]").others())
                .isZero();
    }
}
