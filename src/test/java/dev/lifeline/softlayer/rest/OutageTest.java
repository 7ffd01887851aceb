package dev.lifeline.softlayer.rest;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeline.device.Outage;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.ScriptedProviderTestBase;
import dev.lifeline.softlayer.rest.ApiError.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Try again in a minute" is said where the provider may answer then, and the operator is named where it will not. */
class OutageTest extends ScriptedProviderTestBase {

    private static final Set<Kind> PASSING =
            EnumSet.of(Kind.RATE_LIMITED, Kind.TEMPORARY, Kind.UNREADABLE, Kind.TOKEN_EXPIRED, Kind.DEVICE_BUSY);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void an_error_that_does_not_pass_by_itself_is_permanent(Kind kind) {
        assertThat(ApiError.of(kind, 500, "").outage())
                .isEqualTo(PASSING.contains(kind) ? Outage.TEMPORARY : Outage.PERMANENT);
    }

    @Test
    void nobody_is_told_to_try_again_while_the_bots_own_key_is_refused() {
        provider.respond("getVirtualGuests", error(401, "SoftLayer_Exception_Public", "Access Denied. "));
        assertThat(outage()).isEqualTo(Outage.PERMANENT);
    }

    @Test
    void a_fault_of_the_provider_is_tried_again() {
        provider.respond("getVirtualGuests", error(500, "SoftLayer_Exception", "Internal Error"));
        assertThat(outage()).isEqualTo(Outage.TEMPORARY);
    }

    private Outage outage() {
        return catchThrowableOfType(
                        ProviderUnavailableException.class,
                        () -> adapter.devices().search(""))
                .outage();
    }
}
