import { h } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { HOME, usePlace } from "./routing.js";
import { ConfirmContext, Workspace } from "./contexts.js";
import { Bar, Conversation } from "./conversation.js";
import { useConfirmation } from "./dialogs.js";
import { Home } from "./home.js";
import { useLive } from "./live.js";
import { Modals } from "./modal.js";
import { workspaceOf } from "./users.js";
import { act } from "./sandboxapi.js";
import { Sidebar } from "./sidebar.js";
import { Thread } from "./thread.js";

const DisconnectedNotice = () =>
  h("p", { class: "disconnected", role: "alert" }, "The fake Slack does not answer. Trying again… What you typed is kept.");

function ChannelNotVisible({ place, openSidebar }) {
  return h(
    "main",
    { class: "conversation", id: "conversation" },
    h(Bar, { title: place.channel, openSidebar }),
    h("p", { class: "quiet loading" }, `${place.person} does not see #${place.channel}. Choose another channel or another user.`),
  );
}

const UnknownUser = ({ workspace, requested }) =>
  h(
    "main",
    { class: "loading" },
    h("h1", null, `There is no user “${requested.person}”. Choose one:`),
    h("ul", null, workspace.people.map(one => h("li", null, h("a", { href: `/?as=${one.name}` }, one.real_name)))),
  );

function Main({ place, go, live, send, openSidebar }) {
  if (live.errorMessage) return h(ChannelNotVisible, { place, openSidebar });
  if (place.channel === HOME) return h(Home, { visible: live.visible, send, openSidebar });
  const openThread = thread => go({ thread });
  return h(Conversation, { place, visible: live.visible, send, openThread, openSidebar });
}

function WorkspaceView({ workspace, place, go, live }) {
  const [sidebar, setSidebar] = useState(false);
  const [confirm, confirmation] = useConfirmation();
  const openSidebar = () => setSidebar(true);
  const move = to => {
    setSidebar(false);
    go(to);
  };
  const send = where => async action => {
    try {
      return await act({ person: place.person, ...where, ...action });
    } finally {
      live.refresh();
    }
  };
  // A click on the Home tab names no channel: a message there could have a button of the same name.
  const sendHere = send(place.channel === HOME ? {} : { channel: place.channel });
  useEffect(() => {
    document.title = `${place.channel} · ${workspace.world.team.name} (fake Slack)`;
  }, [place.channel]);
  return h(
    ConfirmContext.Provider,
    { value: confirm },
    h("a", { class: "skip", href: "#conversation" }, "Skip to the conversation"),
    live.disconnected && h(DisconnectedNotice),
    h(
      "div",
      { class: place.thread ? "workspace with-thread" : "workspace" },
      h(Sidebar, { workspace, place, go: move, unread: live.unread, open: sidebar, close: () => setSidebar(false) }),
      sidebar && h("div", { class: "backdrop", onClick: () => setSidebar(false) }),
      h(Main, { place, go, live, send: sendHere, openSidebar, key: place.person }),
      place.thread &&
        h(Thread, { place, visible: live.visible, send: sendHere, close: () => go({ thread: null }), key: `${place.person} ${place.thread}` }),
    ),
    h(Modals, { views: live.visible?.views ?? [], send: sendHere }),
    confirmation,
  );
}

/** The whole page: what one user sees of one channel of the fake workspace. */
export function Page() {
  const [requested, go] = usePlace();
  const live = useLive(requested);
  const workspace = useMemo(() => live.world && workspaceOf(live.world, requested.person), [live.world, requested.person]);
  if (!workspace) {
    const text = live.disconnected ? "The fake Slack does not answer yet. Trying again…" : "Loading…";
    return h("p", { class: "quiet loading", role: "status" }, text);
  }
  if (!workspace.viewer) return h(UnknownUser, { workspace, requested });
  // A URL may give an id; everything else here goes by name.
  const place = { ...requested, channel: workspace.channel(requested.channel)?.name ?? requested.channel };
  return h(Workspace.Provider, { value: workspace }, h(WorkspaceView, { workspace, place, go, live }));
}
