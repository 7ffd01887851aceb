import { h } from "preact";
import { useContext } from "preact/hooks";
import { APP_DM } from "./routing.js";
import { CanvasTabs } from "./canvases.js";
import { Composer } from "./composer.js";
import { Workspace } from "./contexts.js";
import { Icon } from "./icons.js";
import { MessageList } from "./messagelist.js";
import { Avatar } from "./users.js";
import { channelIcon } from "./sidebar.js";

/** The bar above a conversation, with the button that opens the sidebar on a phone. */
export function Bar({ icon, title, about, openSidebar }) {
  return h(
    "header",
    { class: "bar" },
    h(
      "button",
      { type: "button", class: "icon-button only-narrow", "aria-label": "Open the channel list", "aria-controls": "sidebar", onClick: openSidebar },
      h(Icon, { name: "menu" }),
    ),
    h("h1", null, icon, h("span", null, title)),
    about && h("p", { class: "quiet bar-about" }, about),
  );
}

function ConversationStart({ title, isApp }) {
  const text = isApp
    ? "Only you and the app read this conversation."
    : "Everyone in the channel sees what users and the app post here.";
  return h("div", { class: "conversation-start" }, h("b", null, `This is the beginning of ${title}`), h("p", { class: "quiet" }, text));
}

const memberCount = channel => (channel.members.length === 1 ? "1 member" : `${channel.members.length} members`);

export function Conversation({ place, visible, send, openThread, openSidebar }) {
  const { world, channel: find } = useContext(Workspace);
  const isApp = place.channel === APP_DM;
  const channel = find(place.channel);
  const title = isApp ? world.app.name : (channel?.name ?? place.channel);
  const icon = isApp
    ? h(Avatar, { name: title, bot: true, small: true })
    : h(Icon, { name: channel ? channelIcon(channel) : "hash" });
  const about = isApp ? "Direct message with the app" : channel && [memberCount(channel), channel.topic].filter(Boolean).join(" · ");
  const key = `${place.person} ${place.channel}`;
  return h(
    "main",
    { class: "conversation", id: "conversation" },
    h(Bar, { icon, title, about, openSidebar }),
    h(CanvasTabs, { canvases: visible?.canvases }),
    visible
      ? h(MessageList, {
          key,
          messages: visible.messages,
          notices: visible.notices,
          send,
          openThread,
          testid: "messages",
          before: h(ConversationStart, { title: isApp ? title : `#${title}`, isApp }),
        })
      : h("div", { class: "messages-frame" }, h("p", { class: "quiet loading", role: "status" }, "Loading…")),
    channel?.is_archived
      ? h("p", { class: "hint" }, "This channel is archived. It accepts no more messages.")
      : h(Composer, { key, place: key, label: `Message ${isApp ? title : `#${title}`}`, send, autofocus: matchMedia("(pointer: fine)").matches }),
  );
}
