import { h } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Workspace } from "./contexts.js";
import { unescape } from "./mrkdwn.js";

/** What the author typed: people by name, and the three characters that Slack escapes as they are. */
function typedText(text, person) {
  const named = (text ?? "").replace(/<@(\w+)(?:\|[^>]*)?>/g, (whole, id) => (person(id) ? `@${person(id).name}` : whole));
  return unescape(named);
}

/** The text of a user's own message, to be changed; `save` takes the new text, `close` ends without a change. */
export function Editor({ message, save, close }) {
  const { person } = useContext(Workspace);
  const [text, setText] = useState(typedText(message.text, person));
  const area = useRef();
  useLayoutEffect(() => area.current.focus(), []);
  const submit = () => text.trim() !== "" && save(text.trim());
  const onKeyDown = event => {
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && !event.shiftKey) submit();
    else return;
    event.preventDefault();
  };
  return h(
    "form",
    {
      class: "editor",
      onSubmit: event => {
        event.preventDefault();
        submit();
      },
    },
    h("textarea", {
      class: "field",
      ref: area,
      rows: 2,
      value: text,
      "aria-label": "Edit message",
      "data-testid": "editor",
      onInput: event => setText(event.target.value),
      onKeyDown,
    }),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", class: "button", onClick: close }, "Cancel"),
      h("button", { type: "submit", class: "button button-primary", disabled: text.trim() === "" }, "Save changes"),
    ),
  );
}
