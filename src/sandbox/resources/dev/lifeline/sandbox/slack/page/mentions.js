import { h } from "preact";
import { useContext } from "preact/hooks";
import { Workspace } from "./contexts.js";
import { formatDate, fullTime } from "./times.js";

export function Person({ id, label }) {
  const { person, viewer } = useContext(Workspace);
  const known = person(id);
  const me = known && known.id === viewer.id;
  return h("span", { class: me ? "mention mention-me" : "mention" }, `@${known?.name ?? label ?? "unknown user"}`);
}

export function Channel({ id, label }) {
  const { channel } = useContext(Workspace);
  return h("span", { class: "mention" }, `#${channel(id)?.name ?? (label || "private-channel")}`);
}

export function Group({ id, label }) {
  const { group } = useContext(Workspace);
  return h("span", { class: "mention" }, `@${(label || group(id)?.handle || "group").replace(/^@/, "")}`);
}

export const Broadcast = ({ range }) => h("span", { class: "mention mention-me" }, `@${range}`);

/** A time in the user's language and zone; where the format is unknown, the sender's fallback. */
export function DateText({ seconds, format, fallback, url }) {
  const { viewer } = useContext(Workspace);
  const text = formatDate(viewer, seconds, format) ?? fallback ?? "";
  const time = h("time", { title: fullTimeOrNothing(viewer, seconds) }, text);
  return url ? h(Link, { url, children: time }) : time;
}

function fullTimeOrNothing(viewer, seconds) {
  return Number.isFinite(Number(seconds)) ? fullTime(viewer, Number(seconds) * 1000) : undefined;
}

/** A link to the web, mail or telephone; any other scheme (javascript:, data:) is shown as text. */
export function Link({ url, children }) {
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(url)) return h("span", { title: url }, children);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, children);
}
