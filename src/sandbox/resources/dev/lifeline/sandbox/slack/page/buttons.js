import { h } from "preact";
import { useContext, useState } from "preact/hooks";
import { Surface } from "./contexts.js";
import { Menu } from "./menu.js";
import { plain } from "./text.js";

/** Runs one click at a time: as in Slack, a button that waits for its ack accepts no second click of the same user. */
function usePress(element, block) {
  const { press } = useContext(Surface);
  const [busy, setBusy] = useState(false);
  const run = async value => {
    if (busy) return;
    setBusy(true);
    await press(element, block, value);
    setBusy(false);
  };
  return [busy, run];
}

export function Button({ element, block }) {
  const [busy, press] = usePress(element, block);
  const onClick = () => {
    if (/^https?:\/\//i.test(element.url ?? "")) window.open(element.url, "_blank", "noopener");
    press(element.value);
  };
  return h(
    "button",
    {
      type: "button",
      class: `button button-${element.style ?? "plain"}`,
      "aria-label": element.accessibility_label,
      "aria-busy": busy,
      onClick,
    },
    plain(element.text),
  );
}

export function Overflow({ element, block }) {
  const [busy, press] = usePress(element, block);
  const items = element.options.map(option => ({
    label: plain(option.text),
    description: plain(option.description),
    url: option.url,
    choose: () => press(option.value),
  }));
  return h(Menu, { label: "More actions", items, busy });
}

export function IconButton({ element, block }) {
  const [busy, press] = usePress(element, block);
  return h(
    "button",
    { type: "button", class: "button", "aria-busy": busy, onClick: () => press(element.value) },
    plain(element.text),
  );
}

export function FeedbackButtons({ element, block }) {
  const [busy, press] = usePress(element, block);
  return [element.positive_button, element.negative_button].map(button =>
    h(
      "button",
      { type: "button", class: "button", "aria-busy": busy, onClick: () => press(button.value) },
      plain(button.text),
    ),
  );
}
