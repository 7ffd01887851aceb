import { h } from "preact";
import { Composer } from "./composer.js";
import { Icon } from "./icons.js";
import { MessageList } from "./messagelist.js";

/** A thread beside its channel; over it on a phone. */
export function Thread({ place, visible, send, close }) {
  const parent = visible?.messages.find(message => message.ts === place.thread);
  const key = `${place.person} ${place.channel} ${place.thread}`;
  const sendHere = action => send(action.types ? { ...action, thread: place.thread } : action);
  return h(
    "aside",
    {
      class: "thread",
      "aria-label": "Thread",
      "data-testid": "thread",
      onKeyDown: event => event.key === "Escape" && !event.defaultPrevented && close(),
    },
    h(
      "header",
      { class: "bar" },
      h(
        "button",
        { type: "button", class: "icon-button only-narrow", "aria-label": "Back to the channel", onClick: close },
        h(Icon, { name: "back" }),
      ),
      h("h2", null, h("span", null, "Thread")),
      h("p", { class: "quiet bar-about" }, place.channel.startsWith("@") ? place.channel : `#${place.channel}`),
      h(
        "button",
        { type: "button", class: "icon-button only-wide", "aria-label": "Close the thread", onClick: close },
        h(Icon, { name: "close" }),
      ),
    ),
    parent
      ? h(MessageList, { key, messages: [parent, ...(parent.replies ?? [])], send: sendHere, testid: "replies", label: "Replies" })
      : h("div", { class: "messages-frame" }, h("p", { class: "quiet loading" }, visible ? "This thread is not here." : "Loading…")),
    parent &&
      h(Composer, {
        key: `${key} composer`,
        place: key,
        label: "Reply in the thread",
        send: sendHere,
        testid: "thread-composer",
        sendTestid: "thread-send",
        inThread: true,
        autofocus: matchMedia("(pointer: fine)").matches,
      }),
  );
}
