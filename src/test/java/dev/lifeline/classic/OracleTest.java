package dev.lifeline.classic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every name that the door can send exists: walked over the annotations of the provider's own Java client, 0.3.4 of January 2022. */
class OracleTest {

    /** Newer than that client, each with where it is documented. */
    private static final Map<String, String> NEWER = Map.of(
            "SoftLayer_User_Customer.permissionCheckLikeMasterUserFlag",
            "softlayer.github.io, reference/datatypes/SoftLayer_User_Customer; release note of 2022-10-21");

    private final Oracle oracle = new Oracle(NEWER.keySet());

    @ParameterizedTest
    @EnumSource(Read.class)
    void a_question_is_a_method_that_takes_no_parameter(Read read) {
        Oracle.Call call = oracle.call(read.service(), read.method());

        assertThat(call.parameters()).isZero();
        assertThat(call.deprecated()).isFalse();
        if (read.ofOne()) assertThat(call.needsId()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Read.class)
    void every_segment_of_a_mask_is_a_property(Read read) {
        Class<?> answer = oracle.call(read.service(), read.method()).answer();

        assertThat(oracle.unknownIn(read.mask().text(), answer)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void an_order_is_a_method_with_so_many_parameters(Order order) {
        Oracle.Call call = oracle.call(order.service(), order.method());

        assertThat(call.parameters()).isEqualTo(order.parameters());
        assertThat(call.needsId()).isTrue();
        assertThat(call.deprecated()).isFalse();
    }

    @Test
    void every_filter_goes_by_properties_that_exist() throws Exception {
        List<String> filters = List.of(
                Filters.inOrder("virtualGuests"),
                Filters.inOrder("hardware"),
                Filters.withIds("virtualGuests", Set.of(1L)),
                Filters.withIds("hardware", Set.of(1L)),
                Filters.users("email", "a@b.c"));
        for (String filter : filters) {
            JsonNode json = new ObjectMapper().readTree(filter);
            json.fieldNames()
                    .forEachRemaining(relation -> json.get(relation)
                            .fieldNames()
                            .forEachRemaining(property -> assertThat(oracle.unknownIn(
                                            "mask[" + relation + "[" + property + "]]", "SoftLayer_Account"))
                                    .isEmpty()));
        }
    }

    @Test
    void P6_no_mask_but_the_one_that_is_read_apart_asks_for_a_password() {
        List<Read> open =
                Stream.of(Read.values()).filter(read -> !read.ofSecrets()).toList();
        assertThat(open).hasSize(Read.values().length - 2);
        for (Read read : open)
            assertThat(read.mask().text())
                    .doesNotContain("password]", "password,", "remoteManagementAccounts", "apiAuthenticationKeys");
    }

    @Test
    void nothing_is_read_that_says_something_else_than_it_seems_to_or_costs_a_call_a_device() {
        for (Read read : Read.values()) {
            assertThat(read.mask().text()).as("%s", read).doesNotContain("elapsedSeconds");
            assertThat(read.service()).isNotIn("SoftLayer_Event_Log", "SoftLayer_Search");
            assertThat(read.method()).doesNotContainIgnoringCase("pingable").doesNotContain("isMasterUser");
        }
    }

    @Test
    void no_order_destroys_data() {
        assertThat(Order.values())
                .extracting(Order::method)
                .allMatch(method -> method.matches("executeRescueLayer|bootToRescueLayer|(un)?mountIsoImage"
                        + "|reboot(Default|Hard)|(add|remove)(BulkPortalPermission|(VirtualGuest|Hardware)Access)"));
    }

    @Test
    void the_oracle_knows_what_does_not_exist() {
        assertThat(oracle.unknownIn("mask[id,powerState[keyName]]", "SoftLayer_Hardware_Server"))
                .containsExactly("SoftLayer_Hardware_Server.powerState");
        assertThat(oracle.unknownIn("[mask[id],mask(SoftLayer_Hardware_Server)[nonsense]]", "SoftLayer_Hardware"))
                .containsExactly("SoftLayer_Hardware_Server.nonsense");
    }
}
