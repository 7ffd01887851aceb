package dev.lifeline.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.Gson;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that hold a secret do not reveal it in text, logs or serialization (promise P6). */
class SecretTest {

    private static final String SECRET_CANARY = "can\"ary\\7é";

    private static Secret secret() {
        return Secret.of(SECRET_CANARY.toCharArray());
    }

    @Test
    void P6_it_prints_a_mask_whatever_it_is_in() {
        Login login = new Login("root", secret());

        assertThat(Stream.of(secret(), login, List.of(secret()), Map.of("a", login))
                        .map(Object::toString))
                .allSatisfy(text -> assertThat(text).contains("Secret[…]").doesNotContain("can"));
        assertThat(String.format("%s %s", secret(), login)).doesNotContain("can");
    }

    static Stream<JsonMapper> mappers() {
        return Stream.of(
                JsonMapper.builder().build(),
                JsonMapper.builder()
                        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void P6_no_mapper_makes_json_of_it(JsonMapper mapper) {
        for (Object held : List.of(secret(), new Login("root", secret()), Map.of("a", secret())))
            assertThatThrownBy(() -> mapper.writeValueAsString(held)).isInstanceOf(JsonMappingException.class);
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void P6_a_mapper_that_takes_anything_finds_nothing_in_it(JsonMapper mapper) throws Exception {
        JsonMapper lenient = mapper.rebuild()
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();

        assertThat(lenient.writeValueAsString(new Login("root", secret()))).doesNotContain("can");
        assertThat(new Gson().toJson(secret())).doesNotContain("can");
        assertThat(secret()).isNotInstanceOf(Serializable.class);
    }

    @Test
    void two_of_the_same_are_not_equal() {
        assertThat(secret()).isNotEqualTo(secret());
    }

    @Test
    void P6_it_is_wiped_when_closed() {
        char[] characters = SECRET_CANARY.toCharArray();
        Login login = new Login("root", Secret.of(characters));
        assertThat(login.password().characters()).isEqualTo(SECRET_CANARY.toCharArray());
        login.close();

        assertThat(characters).containsOnly('\0');
        assertThatThrownBy(() -> login.password().characters()).isInstanceOf(IllegalStateException.class);
    }
}
