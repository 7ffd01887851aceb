package dev.lifeline.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlRendererTest {

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</dd></main>", "&lt;b>"})
    void P9_a_name_is_shown_and_never_obeyed(String name) {
        String html = render(new TextRun.UntrustedText(name));

        assertThat(html).doesNotContain(name).doesNotContain("<script", "<img");
    }

    @Test
    void P9_a_name_cannot_turn_the_direction_of_writing_or_hide_letters() {
        assertThat(render(new TextRun.UntrustedText("\u202eanele\u200b\u0000"))).contains("<bdi>anele</bdi>");
    }

    @Test
    void a_secret_field_shows_no_letters_and_is_not_kept_by_the_browser() {
        Page.PageForm pageForm =
                new Page.PageForm("", List.of(new Page.TextInput("key", "API key", "hint", true)), "Go on");
        Page page = new Page(Page.Outcome.OK, Message.of(TextLine.ofText("t")), Optional.of(pageForm), Locale.ITALIAN);

        assertThat(HtmlRenderer.render(page, "", "code"))
                .contains("type=\"password\"", "autocomplete=\"off\"", "method=\"post\"");
    }

    private static String render(TextRun textRun) {
        Message message = Message.withHeader(
                TextLine.ofText("t"),
                List.of(new MessageBlock.Fields(List.of(new MessageBlock.Field("Name", TextLine.of(textRun))))));
        return HtmlRenderer.render(new Page(Page.Outcome.OK, message, Optional.empty(), Locale.ENGLISH), "", "code");
    }
}
