package dev.lifeline.access;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.DB_01;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people, keys, tokens and ids may be, at their limits. */
class AccessBoundariesTest {

    private static final CloudUserId USER = new CloudUserId(7);

    @ParameterizedTest
    @CsvSource({
        "LAUNCH_RESCUE, SERVER_RELOAD",
        "EXIT_RESCUE, REMOTE_MANAGEMENT",
        "POWER_ON, REMOTE_MANAGEMENT",
        "READ_PASSWORD, VIEW_CUSTOMER_SOFTWARE_PASSWORD",
        "MANAGE_ACCESS, USER_MANAGE"
    })
    void P4_each_operation_needs_its_own_permission_beside_the_view_of_its_type(
            DeviceOperation operation, Permission own) {
        CloudUser guests = onCallUser(USER).withPermissions(EnumSet.of(own, Permission.VIRTUAL_GUEST_VIEW));
        CloudUser metal = onCallUser(USER).withPermissions(EnumSet.of(own, Permission.HARDWARE_VIEW));
        CloudUser withoutOwn = onCallUser(USER).withPermissions(EnumSet.complementOf(EnumSet.of(own)));

        assertThat(AccessRules.denialReasons(operation, guests, WEB_07_ID)).isEmpty();
        assertThat(AccessRules.denialReasons(operation, guests, DB_01.id()))
                .containsExactly(new DenialReason.MissingPermission(guests.username(), Permission.HARDWARE_VIEW));
        assertThat(AccessRules.denialReasons(operation, metal, DB_01.id())).isEmpty();
        assertThat(AccessRules.denialReasons(operation, metal, WEB_07_ID))
                .containsExactly(new DenialReason.MissingPermission(metal.username(), Permission.VIRTUAL_GUEST_VIEW));
        assertThat(AccessRules.denialReasons(operation, withoutOwn, WEB_07_ID))
                .containsExactly(new DenialReason.MissingPermission(withoutOwn.username(), own));
    }

    @Test
    void P4_somebody_without_the_device_is_told_that_it_is_not_there_and_the_operation_on_others_is_no_secret() {
        CloudUser without = new CloudUser(
                USER,
                "asha",
                Optional.empty(),
                CloudUser.Status.ACTIVE,
                false,
                EnumSet.allOf(Permission.class),
                new DeviceAccess(false, true, Set.of()),
                Optional.empty());

        assertThat(AccessRules.denialReasons(DeviceOperation.LAUNCH_RESCUE, without, WEB_07_ID))
                .containsExactly(new DenialReason.DeviceNotFound(""));
        assertThat(AccessRules.denialReasons(DeviceOperation.LAUNCH_RESCUE, without, DB_01.id()))
                .isEmpty();
        assertThat(AccessRules.denialReasons(DeviceOperation.LAUNCH_RESCUE, without, DeviceType.VIRTUAL_GUEST))
                .isEmpty();
    }

    @Test
    void an_operation_is_offered_where_one_type_of_device_allows_it() {
        CloudUser metalOnly =
                onCallUser(USER).withPermissions(EnumSet.of(Permission.SERVER_RELOAD, Permission.HARDWARE_VIEW));

        assertThat(AccessRules.isAllowedForAnyType(DeviceOperation.LAUNCH_RESCUE, metalOnly))
                .isTrue();
        assertThat(AccessRules.isAllowedForAnyType(DeviceOperation.EXIT_RESCUE, metalOnly))
                .isFalse();
    }

    @Test
    void device_access_is_by_flag_of_the_type_or_by_id() {
        DeviceAccess guests = new DeviceAccess(true, false, Set.of());
        DeviceAccess one = new DeviceAccess(false, false, Set.of(WEB_07_ID));

        assertThat(guests.includes(WEB_07_ID)).isTrue();
        assertThat(guests.includes(DB_01.id())).isFalse();
        assertThat(one.includes(WEB_07_ID)).isTrue();
        assertThat(one.includes(DeviceId.hardware(WEB_07_ID.value()))).isFalse();
        assertThat(one.includesAll(DeviceType.VIRTUAL_GUEST)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a, k, true",
        "a, '', false",
        "'', k, true",
        "a:b, k, false",
        "':b', k, false",
        "'a b', k, false",
        "a, 'k k', false",
        "a~, k~, true",
        "aé, k, false",
        "a, k\u007f, false",
        "a!, !, true"
    })
    void P9_only_printable_keys_are_ever_sent(String username, String key, boolean wellFormed) {
        assertThat(new UserApiKey(username, key).isWellFormed()).isEqualTo(wellFormed);
    }

    @Test
    void a_key_may_have_256_characters_and_no_more() {
        assertThat(new UserApiKey("a", "k".repeat(256)).isWellFormed()).isTrue();
        assertThat(new UserApiKey("a", "k".repeat(257)).isWellFormed()).isFalse();
        assertThat(new UserApiKey("a".repeat(257), "k").isWellFormed()).isFalse();
    }

    @Test
    void P6_a_key_is_trimmed_as_it_is_pasted_and_never_printed() {
        UserApiKey key = new UserApiKey(" asha ", " secret\n");

        assertThat(key.username()).isEqualTo("asha");
        assertThat(key.key()).isEqualTo("secret");
        assertThat(key.toString()).isNotEmpty().doesNotContain("secret").doesNotContain("asha");
        assertThat(new UserApiKey(" ", "k").username()).isEqualTo("apikey");
    }

    @Test
    void a_link_token_ends_at_its_last_moment_and_is_used_once() {
        LinkToken fresh = new LinkToken(ASHA, NOON, Optional.empty(), false);
        Instant before = NOON.minus(Duration.ofMillis(1));

        assertThat(fresh.isExpired(before)).isFalse();
        assertThat(fresh.isExpired(NOON)).isTrue();
        assertThat(fresh.isUsed()).isFalse();
        assertThat(new LinkToken(ASHA, NOON, Optional.of(USER), false).isUsed()).isTrue();
        assertThat(new LinkToken(ASHA, NOON, Optional.empty(), true).isUsed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "<!channel>"})
    void P9_an_offer_is_looked_up_by_an_opaque_id_only(String forged) {
        assertThat(PendingAccessChangeId.isWellFormed(forged)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PendingAccessChangeId(forged));
        assertThat(new PendingAccessChangeId("aZ09_.-")).hasToString("aZ09_.-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "U", "u0asha", "U0ASHA!", "<@U0ASHA>"})
    void P9_what_is_no_slack_id_is_refused(String forged) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SlackUserId(forged));
    }

    @Test
    void ids_are_written_as_what_they_are() {
        assertThat(new SlackUserId("U0")).hasToString("U0");
        assertThat(new CloudUserId(1)).hasToString("1");
        assertThatIllegalArgumentException().isThrownBy(() -> new CloudUserId(0));
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void a_permission_is_known_by_its_key_name_alone(Permission permission) {
        assertThat(Permission.fromKeyName(permission.name())).contains(permission);
        assertThat(Permission.fromKeyName(permission.portalName())).isEmpty();
        assertThat(permission.portalName()).isNotBlank().isNotEqualTo(permission.name());
    }

    @Test
    void a_hierarchy_ends_after_fifty_users_whatever_the_provider_says() {
        CloudUser lowest = onCallUser(USER).withParent(new CloudUserId(8));

        UserHierarchy endless =
                UserHierarchy.of(lowest, id -> Optional.of(onCallUser(id).withParent(new CloudUserId(id.value() + 1))));

        assertThat(endless.ancestors()).hasSize(50);
    }

    @Test
    void a_status_is_told_in_words() {
        assertThat(new DenialReason.CloudUserNotActive("asha", CloudUser.Status.CANCEL_PENDING).statusLabel())
                .isEqualTo("cancel pending");
    }

    @Test
    void a_denial_shows_its_first_reason_and_an_allowed_user_none() {
        AccessDecision denied = new AccessDecision.Denied(
                List.of(new DenialReason.NoEmail(SlackUser.EmailAbsence.NOT_SHOWN), new DenialReason.SelfChange()));
        AccessDecision allowed = new AccessDecision.Allowed(slackMember(ASHA, "asha@example.com"), onCallUser(USER));

        assertThat(denied.firstDenialReason()).contains(new DenialReason.NoEmail(SlackUser.EmailAbsence.NOT_SHOWN));
        assertThat(denied.allowedUser()).isEmpty();
        assertThat(allowed.firstDenialReason()).isEmpty();
        assertThat(allowed.denialReasons()).isEmpty();
        assertThat(allowed.allowedUser()).contains(onCallUser(USER));
    }

    @Test
    void P5_a_later_proof_of_the_same_user_keeps_when_and_by_whom_they_were_first_linked() {
        SlackUser asha = slackMember(ASHA, "asha@example.com");
        AccountLink assigned = AccountLink.assigned(asha, USER, BRUNO, NOON);
        AccountLink verified = AccountLink.verified(asha, USER, NOON.plusSeconds(60));

        AccountLink after = verified.succeeding(Optional.of(assigned));
        assertThat(after.firstOrigin()).isEqualTo(assigned.origin());
        assertThat(after.origin()).isEqualTo(verified.origin());
        assertThat(after.everVerified()).isTrue();
        assertThat(assigned.succeeding(Optional.of(verified)).everVerified()).isTrue();
        assertThat(assigned.succeeding(Optional.of(AccountLink.byEmail(asha, USER, NOON)))
                        .everVerified())
                .isFalse();
    }

    @Test
    void P5_a_link_to_another_user_or_after_a_break_begins_anew() {
        SlackUser asha = slackMember(ASHA, "asha@example.com");
        AccountLink before = AccountLink.byEmail(asha, USER, NOON);
        AccountLink now = AccountLink.verified(asha, new CloudUserId(8), NOON.plusSeconds(60));

        assertThat(now.succeeding(Optional.of(before))).isEqualTo(now);
        assertThat(now.succeeding(Optional.empty())).isEqualTo(now);
        AccountLink revoked =
                AccountLink.verified(asha, new CloudUserId(8), NOON).unlinked(BRUNO, NOON);
        assertThat(now.succeeding(Optional.of(revoked))).isEqualTo(now);
        assertThat(revoked.isActive()).isFalse();
        assertThat(revoked.everVerified()).isTrue();
        assertThat(revoked.verified()).isEmpty();
        assertThat(now.verified()).contains(NOON.plusSeconds(60));
    }
}
