import { h } from "preact";
import { useContext, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Workspace } from "./contexts.js";
import { Icon } from "./icons.js";
import { Message, Notice } from "./message.js";
import { dayHeading, dayKey, msOf } from "./times.js";

/** Within this distance of the end the list counts as scrolled to the end. */
const NEAR_PX = 60;

/** Keeps the list scrolled to the end when it was there, and leaves it where it is otherwise. */
function useStickToEnd(last, count) {
  const list = useRef();
  const atEnd = useRef(true);
  const [missed, setMissed] = useState(false);
  const toEnd = () => {
    list.current.scrollTop = list.current.scrollHeight;
    setMissed(false);
  };
  const onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = list.current;
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (atEnd.current) setMissed(false);
  };
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setMissed(true);
  }, [last, count]);
  useEffect(() => {
    // A message may grow without a new one coming (an update, a keyboard that opens on a phone).
    const grown = new ResizeObserver(() => atEnd.current && toEnd());
    grown.observe(list.current);
    grown.observe(list.current.firstElementChild);
    return () => grown.disconnect();
  }, []);
  return { list, onScroll, missed, toEnd };
}

function withDays(items, viewer, row) {
  let day = null;
  return items.flatMap(item => {
    const dayOfItem = dayKey(viewer, msOf(item.ts));
    const heading = dayOfItem !== day && h("h2", { class: "day", key: `day ${dayOfItem}` }, h("span", null, dayHeading(viewer, msOf(item.ts))));
    day = dayOfItem;
    return [heading, row(item)];
  });
}

/** Messages and Slack's own notices, oldest first. Remount it (by key) for another conversation. */
export function MessageList({ messages, notices = [], send, openThread, testid, before, label = "Messages" }) {
  const { viewer } = useContext(Workspace);
  const items = [...messages, ...notices.map(notice => ({ ...notice, notice: true }))].sort(
    (one, other) => Number(one.ts) - Number(other.ts),
  );
  const { list, onScroll, missed, toEnd } = useStickToEnd(items.at(-1)?.ts, items.length);
  const row = item =>
    item.notice
      ? h(Notice, { notice: item, key: `notice ${item.ts}` })
      : h(Message, {
          message: item,
          send,
          onOpen: openThread && !item.ephemeral ? () => openThread(item.thread_ts ?? item.ts) : undefined,
          key: item.ts,
        });
  return h(
    "div",
    { class: "messages-frame" },
    h(
      "div",
      { class: "messages", ref: list, onScroll, tabIndex: 0, role: "region", "aria-label": label, "data-testid": testid },
      h("div", { class: "messages-inner", role: "log", "aria-live": "polite", "aria-label": `${label} in order` }, before, withDays(items, viewer, row)),
    ),
    missed &&
      h("button", { type: "button", class: "button new-messages", onClick: toEnd }, h(Icon, { name: "down" }), "New messages"),
  );
}
