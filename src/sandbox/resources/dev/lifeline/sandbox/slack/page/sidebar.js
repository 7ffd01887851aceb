import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { APP_DM, HOME } from "./routing.js";
import { Icon } from "./icons.js";
import { Avatar, aboutPerson } from "./users.js";

/** A link within this page; modified clicks open a new window, as with any other link. */
function PlaceLink({ to, go, children, ...rest }) {
  const onClick = event => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  const href = `/?${new URLSearchParams({ as: to.person, channel: to.channel })}`;
  return h("a", { href, onClick, ...rest }, children);
}

function UserSwitcher({ workspace, place, go }) {
  const [open, setOpen] = useState(false);
  const root = useRef();
  const { viewer, people } = workspace;
  useEffect(() => {
    if (!open) return undefined;
    const outside = event => !root.current?.contains(event.target) && setOpen(false);
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  const closeOnEscape = event => event.key === "Escape" && setOpen(false);
  const choose = to => {
    setOpen(false);
    go(to);
  };
  return h(
    "div",
    { class: "me", ref: root, onKeyDown: closeOnEscape },
    h(
      "button",
      { type: "button", class: "me-button", "aria-expanded": open, "data-testid": "me", onClick: () => setOpen(!open) },
      h(Avatar, { name: viewer.real_name || viewer.name }),
      h(
        "span",
        { class: "me-text" },
        h("span", { class: "sr-only" }, "You are "),
        h("b", null, viewer.real_name || viewer.name),
        h("small", null, aboutPerson(viewer)),
      ),
      h(Icon, { name: "chevron" }),
    ),
    open &&
      h(
        "ul",
        { class: "people", "aria-label": "Switch user" },
        people.map(person =>
          h(
            "li",
            { key: person.id },
            h(
              PlaceLink,
              {
                to: { person: person.name, channel: place.channel },
                go: choose,
                "aria-current": person.id === viewer.id ? "true" : undefined,
              },
              h(Avatar, { name: person.real_name || person.name, small: true }),
              h("span", null, h("b", null, person.real_name || person.name), h("small", null, aboutPerson(person))),
            ),
          ),
        ),
      ),
  );
}

function ChannelLink({ icon, label, note, channel, place, go, unread }) {
  return h(
    "li",
    null,
    h(
      PlaceLink,
      {
        to: { person: place.person, channel },
        go,
        class: unread ? "place unread" : "place",
        "aria-current": place.channel === channel ? "page" : undefined,
      },
      icon,
      h("span", { class: "place-name" }, label),
      note && h("small", { class: "badge" }, note),
      unread && h("span", { class: "sr-only" }, " (new)"),
    ),
  );
}

export const channelIcon = channel =>
  channel.is_private ? "lock" : channel.is_ext_shared ? "shared" : "hash";

const channelNote = channel =>
  (channel.is_archived && "archived") || (channel.is_ext_shared && "shared") || (channel.is_private && "private");

export function Sidebar({ workspace, place, go, unread, open, close }) {
  const { world, channels } = workspace;
  const appName = world.app.name;
  return h(
    "nav",
    {
      class: open ? "sidebar sidebar-open" : "sidebar",
      id: "sidebar",
      "aria-label": "Workspace",
      onKeyDown: event => event.key === "Escape" && close(),
    },
    h(
      "div",
      { class: "team" },
      h("b", null, world.team.name),
      h("small", null, "A fake Slack. Nothing leaves this machine."),
    ),
    h(UserSwitcher, { workspace, place, go }),
    h("h2", { id: "channels-title" }, "Channels"),
    h(
      "ul",
      { "aria-labelledby": "channels-title" },
      channels.map(channel =>
        h(ChannelLink, {
          key: channel.id,
          icon: h(Icon, { name: channelIcon(channel) }),
          label: channel.name,
          note: channelNote(channel),
          channel: channel.name,
          place,
          go,
          unread: unread.has(channel.name),
        }),
      ),
    ),
    h("h2", { id: "apps-title" }, "Apps"),
    h(
      "ul",
      { "aria-labelledby": "apps-title" },
      h(ChannelLink, {
        icon: h(Avatar, { name: appName, bot: true, small: true }),
        label: appName,
        channel: APP_DM,
        place,
        go,
        unread: unread.has(APP_DM),
      }),
      h(ChannelLink, { icon: h(Icon, { name: "home" }), label: `${appName} Home`, channel: HOME, place, go }),
    ),
    h("p", { class: "connection" }, connection(world)),
    h("p", { class: "connection" }, h("a", { href: "/methods", target: "_blank", rel: "noopener" }, "Methods that are here, and that are not")),
  );
}

function connection({ sockets, app }) {
  if (sockets === undefined) return null;
  const on = sockets > 0;
  const text = on ? `${app.name} is connected (${sockets === 1 ? "1 socket" : `${sockets} sockets`})` : "No socket is open";
  return [h("span", { class: on ? "dot dot-on" : "dot", "aria-hidden": "true" }), text];
}
