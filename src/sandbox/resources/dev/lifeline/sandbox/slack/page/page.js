import { h } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { HOME, usePlace } from "./address.js";
import { Confirming, Workspace } from "./contexts.js";
import { Bar, Conversation } from "./conversation.js";
import { useConfirmation } from "./dialogs.js";
import { Home } from "./home.js";
import { useLive } from "./live.js";
import { Modals } from "./modal.js";
import { workspaceOf } from "./people.js";
import { act } from "./server.js";
import { Sidebar } from "./sidebar.js";
import { Thread } from "./thread.js";

const Away = () =>
  h("p", { class: "away", role: "alert" }, "The pretend Slack does not answer. Trying again… What you typed is kept.");

function NotHere({ place, openSidebar }) {
  return h(
    "main",
    { class: "conversation", id: "conversation" },
    h(Bar, { title: place.channel, openSidebar }),
    h("p", { class: "quiet loading" }, `${place.person} does not see #${place.channel}. Choose another channel, or be somebody else.`),
  );
}

const Nobody = ({ workspace, asked }) =>
  h(
    "main",
    { class: "loading" },
    h("p", null, `There is nobody called “${asked.person}” here. Who are you?`),
    h("ul", null, workspace.people.map(one => h("li", null, h("a", { href: `/?as=${one.name}` }, one.real_name)))),
  );

function Main({ place, go, live, send, openSidebar }) {
  if (live.refusal) return h(NotHere, { place, openSidebar });
  if (place.channel === HOME) return h(Home, { sight: live.sight, send, openSidebar });
  const openThread = thread => go({ thread });
  return h(Conversation, { place, sight: live.sight, send, openThread, openSidebar });
}

function Workplace({ workspace, place, go, live }) {
  const [sidebar, setSidebar] = useState(false);
  const [confirm, confirmation] = useConfirmation();
  const openSidebar = () => setSidebar(true);
  const move = to => {
    setSidebar(false);
    go(to);
  };
  const send = where => async deed => {
    try {
      return await act({ person: place.person, ...where, ...deed });
    } finally {
      live.refresh();
    }
  };
  // A press on the Home tab names no channel: a message there could carry a button of the same name.
  const sendHere = send(place.channel === HOME ? {} : { channel: place.channel });
  useEffect(() => {
    document.title = `${place.channel} · ${workspace.world.team.name} (pretend Slack)`;
  }, [place.channel]);
  return h(
    Confirming.Provider,
    { value: confirm },
    h("a", { class: "skip", href: "#conversation" }, "Skip to the conversation"),
    live.away && h(Away),
    h(
      "div",
      { class: place.thread ? "workplace with-thread" : "workplace" },
      h(Sidebar, { workspace, place, go: move, unread: live.unread, open: sidebar, close: () => setSidebar(false) }),
      sidebar && h("div", { class: "shade", onClick: () => setSidebar(false) }),
      h(Main, { place, go, live, send: sendHere, openSidebar, key: place.person }),
      place.thread &&
        h(Thread, { place, sight: live.sight, send: sendHere, close: () => go({ thread: null }), key: `${place.person} ${place.thread}` }),
    ),
    h(Modals, { views: live.sight?.views ?? [], send: sendHere }),
    confirmation,
  );
}

/** The whole page: one person's look at one place of the pretend workspace. */
export function Page() {
  const [asked, go] = usePlace();
  const live = useLive(asked);
  const workspace = useMemo(() => live.world && workspaceOf(live.world, asked.person), [live.world, asked.person]);
  if (!workspace) {
    const words = live.away ? "The pretend Slack does not answer yet. Trying again…" : "Loading…";
    return h("p", { class: "quiet loading", role: "status" }, words);
  }
  if (!workspace.viewer) return h(Nobody, { workspace, asked });
  // An address may give an id; everything else here goes by name.
  const place = { ...asked, channel: workspace.channel(asked.channel)?.name ?? asked.channel };
  return h(Workspace.Provider, { value: workspace }, h(Workplace, { workspace, place, go, live }));
}
