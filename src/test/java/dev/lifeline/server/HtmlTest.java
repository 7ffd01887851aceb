package dev.lifeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.message.Page;
import dev.lifeline.message.Part;
import dev.lifeline.message.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</dd></main>", "&lt;b>"})
    void P9_a_name_is_shown_and_never_obeyed(String name) {
        String html = shown(new Span.Foreign(name));

        assertThat(html).doesNotContain(name).doesNotContain("<script", "<img");
    }

    @Test
    void P9_a_name_cannot_turn_the_direction_of_writing_or_hide_letters() {
        assertThat(shown(new Span.Foreign("\u202eanele\u200b\u0000"))).contains("<bdi>anele</bdi>");
    }

    @Test
    void a_secret_field_shows_no_letters_and_is_not_kept_by_the_browser() {
        Page.Entry entry = new Page.Entry("", List.of(new Page.Typed("key", "API key", "hint", true)), "Go on");
        Page page = new Page(Page.Outcome.FINE, Message.saying(Line.words("t")), Optional.of(entry));

        assertThat(Html.of(page, "", "code")).contains("type=\"password\"", "autocomplete=\"off\"", "method=\"post\"");
    }

    private static String shown(Span span) {
        Message message =
                Message.headed(Line.words("t"), List.of(new Part.Facts(List.of(new Part.Fact("Name", Line.of(span))))));
        return Html.of(new Page(Page.Outcome.FINE, message, Optional.empty()), "", "code");
    }
}
