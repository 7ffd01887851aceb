import { h } from "preact";
import { withEmoji } from "./emoji.js";
import { Mrkdwn } from "./mrkdwn.js";

/** A text object as a plain string, for labels and option lists. */
export const plain = text => (text ? withEmoji(text.text ?? "") : "");

/** A Block Kit text object: plain_text or mrkdwn. */
export function Text({ text }) {
  if (!text) return null;
  const content = text.type === "mrkdwn" ? h(Mrkdwn, { text: text.text }) : text.emoji === false ? text.text : plain(text);
  return h("span", { class: "text" }, content);
}
