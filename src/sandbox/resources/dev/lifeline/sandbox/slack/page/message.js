import { h } from "preact";
import { useContext, useState } from "preact/hooks";
import { Blocks } from "./blocks.js";
import { Surface, Workspace } from "./contexts.js";
import { Editor } from "./editor.js";
import { emojiOf } from "./emoji.js";
import { Icon } from "./icons.js";
import { Menu } from "./menu.js";
import { Mrkdwn } from "./mrkdwn.js";
import { Avatar } from "./users.js";
import { useSurface } from "./surfaces.js";
import { Text } from "./text.js";
import { clock, fullTime, msOf } from "./times.js";

/** The error under a message when Slack could not deliver a click to the app. */
export const Problem = ({ text }) =>
  text && h("p", { class: "problem", role: "alert" }, h(Icon, { name: "warning" }), text);

function Unfurl({ attachment }) {
  return h(
    "div",
    { class: "unfurl" },
    attachment.title && h("b", null, attachment.title),
    attachment.blocks ? h(Blocks, { blocks: attachment.blocks }) : h(Text, { text: { type: "mrkdwn", text: attachment.text } }),
  );
}

function Body({ message }) {
  const blocks = message.blocks?.length > 0;
  return h(
    "div",
    { class: "message-body" },
    blocks ? h(Blocks, { blocks: message.blocks }) : h("div", { class: "text" }, h(Mrkdwn, { text: message.text })),
    message.edited && h("span", { class: "quiet edited" }, "(edited)"),
    (message.unfurled ?? []).map(attachment => h(Unfurl, { attachment })),
  );
}

/** The reactions to a message ({emoji, userId} each), with counts. */
function Reactions({ reactions }) {
  if (!reactions?.length) return null;
  const names = [...new Set(reactions.map(one => one.emoji))];
  const count = name => reactions.filter(one => one.emoji === name).length;
  return h(
    "ul",
    { class: "reactions", "aria-label": "Reactions" },
    names.map(name => h("li", { title: `:${name}:` }, emojiOf(name) ?? `:${name}:`, ` ${count(name)}`)),
  );
}

function ThreadSummary({ message, onOpen }) {
  const { viewer } = useContext(Workspace);
  const count = message.reply_count || message.replies?.length || 0;
  if (!onOpen || count === 0) return null;
  const last = message.replies?.at(-1);
  return h(
    "button",
    { type: "button", class: "thread-summary", "data-testid": "open-thread", onClick: onOpen },
    h(Icon, { name: "thread" }),
    h("b", null, count === 1 ? "1 reply" : `${count} replies`),
    last && h("span", { class: "quiet" }, `last at ${clock(viewer, msOf(last.ts))}`),
  );
}

const ToolButton = ({ icon, label, onClick }) =>
  h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onClick }, h(Icon, { name: icon }));

function Tools({ message, onOpen, onEdit, run }) {
  const { world, viewer } = useContext(Workspace);
  const items = world.shortcuts
    .filter(shortcut => shortcut.type === "message")
    .map(shortcut => ({
      label: shortcut.name,
      description: world.app.name,
      choose: () => run({ shortcut: shortcut.callback_id }),
    }));
  if (message.ephemeral) return null;
  return h(
    "div",
    { class: "tools" },
    onOpen && h(ToolButton, { icon: "thread", label: "Reply in thread", onClick: onOpen }),
    message.user_id === viewer.id && h(ToolButton, { icon: "pencil", label: "Edit message", onClick: onEdit }),
    items.length > 0 && h(Menu, { label: "Message shortcuts", items }),
  );
}

/** The author of a message; an unknown name is shown as it is. */
function Author({ message, who }) {
  const { viewer } = useContext(Workspace);
  const ms = msOf(message.ts);
  return h(
    "div",
    { class: "author" },
    h("b", null, who?.real_name || who?.name || message.user),
    message.bot && h("span", { class: "badge" }, "APP"),
    who?.is_stranger && h("span", { class: "badge" }, "external"),
    h("time", { class: "quiet", dateTime: new Date(ms).toISOString(), title: fullTime(viewer, ms) }, clock(viewer, ms)),
  );
}

export function Message({ message, send, onOpen }) {
  const { person } = useContext(Workspace);
  const { surface, problem, setProblem } = useSurface(message, action => send({ ...action, message: message.ts }));
  const [editing, setEditing] = useState(false);
  const who = person(message.user_id) ?? person(message.user);
  const run = async action => {
    try {
      const answer = await send({ ...action, message: message.ts });
      setProblem(answer.shown ?? null);
      return true;
    } catch (error) {
      setProblem(error.message);
      return false;
    }
  };
  const close = () => setEditing(false);
  const save = async text => (await run({ edits: text })) && close();
  return h(
    "article",
    { class: message.ephemeral ? "message ephemeral" : "message", "data-testid": "message", "data-ts": message.ts },
    message.ephemeral && h("p", { class: "only-you" }, h(Icon, { name: "eye" }), "Only visible to you"),
    h(Avatar, { name: who?.real_name || who?.name || message.user, bot: message.bot }),
    h(
      "div",
      { class: "message-main" },
      h(Author, { message, who }),
      editing ? h(Editor, { message, save, close }) : h(Surface.Provider, { value: surface }, h(Body, { message })),
      h(Reactions, { reactions: message.reactions }),
      h(Problem, { text: problem }),
      h(ThreadSummary, { message, onOpen }),
    ),
    h(Tools, { message, onOpen, onEdit: () => setEditing(true), run }),
  );
}

/** A notice of Slack itself to one user, as from Slackbot. */
export function Notice({ notice }) {
  const { viewer } = useContext(Workspace);
  return h(
    "article",
    { class: "message ephemeral", "data-testid": "notice" },
    h("p", { class: "only-you" }, h(Icon, { name: "eye" }), "Only visible to you"),
    h("span", { class: "avatar avatar-slack", "aria-hidden": "true" }, "#"),
    h(
      "div",
      { class: "message-main" },
      h("div", { class: "author" }, h("b", null, "Slackbot"), h("span", { class: "quiet" }, clock(viewer, msOf(notice.ts)))),
      h("div", { class: "text" }, h(Mrkdwn, { text: notice.text })),
    ),
  );
}
