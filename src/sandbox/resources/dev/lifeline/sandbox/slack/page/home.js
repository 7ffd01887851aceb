import { h } from "preact";
import { useContext, useEffect } from "preact/hooks";
import { Blocks } from "./blocks.js";
import { Surface, Workspace } from "./contexts.js";
import { Bar } from "./conversation.js";
import { Problem } from "./message.js";
import { Avatar } from "./users.js";
import { useSurface } from "./surfaces.js";

const EMPTY_VIEW = { blocks: [] };

/** The app's Home tab. Opening it sends app_home_opened to the app. */
export function Home({ visible, send, openSidebar }) {
  const { world, viewer } = useContext(Workspace);
  const { surface, problem, setProblem } = useSurface(visible?.home ?? EMPTY_VIEW, send);
  useEffect(() => {
    send({ opens: "home" }).catch(error => setProblem(error.message));
  }, [viewer.id]);
  return h(
    "main",
    { class: "conversation", id: "conversation" },
    h(Bar, {
      icon: h(Avatar, { name: world.app.name, bot: true, small: true }),
      title: `${world.app.name} Home`,
      about: "Only you see this tab",
      openSidebar,
    }),
    h(
      "div",
      { class: "home", "data-testid": "home" },
      // Headers of blocks are headings of the third level.
      h("h2", { class: "sr-only" }, "Content of the tab"),
      h(Problem, { text: problem }),
      visible?.home
        ? h(Surface.Provider, { value: surface }, h(Blocks, { blocks: visible.home.blocks, key: visible.home.id }))
        : h("p", { class: "quiet loading", role: "status" }, `${world.app.name} has published nothing yet.`),
    ),
  );
}
