package dev.lifeline.slack.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.slack.port.Installation.EncryptedTokens;
import dev.lifeline.slack.port.Installation.Workspace;
import dev.lifeline.testkit.TwoWorkspaces;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCipherTest {

    private static final Workspace PARTNER = workspace("T0SECOND", "A0LIFELINE");
    private static final Tokens TOKENS = new Tokens("xoxe.xoxb-1-secret", Optional.of("xoxe-1-refresh"));

    private final EncryptionKey key = EncryptionKey.parse(TwoWorkspaces.KEY).orElseThrow();
    private final EncryptionKey nextKey =
            EncryptionKey.parse(TwoWorkspaces.NEXT_KEY).orElseThrow();
    private final TokenCipher cipher = new TokenCipher(List.of(key));

    private static Workspace workspace(String teamId, String appId) {
        return new Workspace(teamId, "Partner Ltd", Optional.empty(), appId, "U0LIFELINE");
    }

    @Test
    void what_is_encrypted_is_decrypted_for_the_same_workspace() {
        Tokens lasting = new Tokens("xoxb-secret", Optional.empty());

        assertThat(cipher.decrypt(PARTNER, cipher.encrypt(PARTNER, TOKENS))).isEqualTo(TOKENS);
        assertThat(cipher.decrypt(PARTNER, cipher.encrypt(PARTNER, lasting))).isEqualTo(lasting);
    }

    @Test
    void P6_what_is_stored_shows_nothing_of_a_token_and_is_different_each_time() {
        EncryptedTokens one = cipher.encrypt(PARTNER, TOKENS);
        EncryptedTokens other = cipher.encrypt(PARTNER, TOKENS);

        assertThat(one.sealed()).isNotEqualTo(other.sealed());
        assertThat(new String(Base64.getDecoder().decode(one.sealed()), StandardCharsets.ISO_8859_1))
                .doesNotContain("xox");
        assertThat(TOKENS + " " + key + one.keyId()).doesNotContain("xox", "secret", TwoWorkspaces.KEY);
    }

    @Test
    void tokens_that_were_moved_to_another_row_do_not_open() {
        EncryptedTokens encrypted = cipher.encrypt(PARTNER, TOKENS);

        assertUnreadable(cipher, workspace("T0THIRD", "A0LIFELINE"), encrypted);
        assertUnreadable(cipher, workspace("T0SECOND", "A0OTHER"), encrypted);
    }

    private static void assertUnreadable(TokenCipher cipher, Workspace workspace, EncryptedTokens encrypted) {
        assertThatThrownBy(() -> cipher.decrypt(workspace, encrypted))
                .isInstanceOf(UnreadableTokensException.class)
                .hasMessageNotContaining("xox");
    }

    @Test
    void each_altered_byte_is_noticed() {
        EncryptedTokens encrypted = cipher.encrypt(PARTNER, TOKENS);
        byte[] sealed = Base64.getDecoder().decode(encrypted.sealed());
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertUnreadable(
                    cipher,
                    PARTNER,
                    new EncryptedTokens(encrypted.keyId(), Base64.getEncoder().encodeToString(altered)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64", "AAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_nobody_encrypted_is_unreadable_and_no_crash(String sealed) {
        assertUnreadable(cipher, PARTNER, new EncryptedTokens(key.id(), sealed));
    }

    @Test
    void another_key_opens_nothing_even_where_the_row_names_it() {
        EncryptedTokens encrypted = cipher.encrypt(PARTNER, TOKENS);
        TokenCipher stranger = new TokenCipher(List.of(nextKey));

        assertThatThrownBy(() -> stranger.decrypt(PARTNER, encrypted))
                .isInstanceOf(UnreadableTokensException.class)
                .hasMessageContainingAll(key.id(), "LIFELINE_ENCRYPTION_KEY");
        assertUnreadable(stranger, PARTNER, new EncryptedTokens(nextKey.id(), encrypted.sealed()));
    }

    @Test
    void while_the_key_is_changed_both_open_and_the_new_one_encrypts() {
        EncryptedTokens old = cipher.encrypt(PARTNER, TOKENS);
        TokenCipher both = new TokenCipher(List.of(nextKey, key));

        assertThat(both.decrypt(PARTNER, old)).isEqualTo(TOKENS);
        assertThat(both.isCurrent(old)).isFalse();
        EncryptedTokens again = both.encrypt(PARTNER, TOKENS);
        assertThat(both.isCurrent(again)).isTrue();
        assertThat(new TokenCipher(List.of(nextKey)).decrypt(PARTNER, again)).isEqualTo(TOKENS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "no key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMw=="})
    void only_32_bytes_in_base64_are_a_key(String text) {
        assertThat(EncryptionKey.parse(text)).isEmpty();
    }
}
