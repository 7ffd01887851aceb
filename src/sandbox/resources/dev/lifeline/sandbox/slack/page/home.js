import { h } from "preact";
import { useContext, useEffect } from "preact/hooks";
import { Blocks } from "./blocks.js";
import { Surface, Workspace } from "./contexts.js";
import { Bar } from "./conversation.js";
import { Problem } from "./message.js";
import { Avatar } from "./people.js";
import { useSurface } from "./surfaces.js";

const NOTHING_YET = { blocks: [] };

/** The app's Home tab. Looking at it is an event that the app hears of (app_home_opened). */
export function Home({ sight, send, openSidebar }) {
  const { world, viewer } = useContext(Workspace);
  const { surface, problem, setProblem } = useSurface(sight?.home ?? NOTHING_YET, send);
  useEffect(() => {
    send({ opens: "home" }).catch(refused => setProblem(refused.message));
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
      h(Problem, { text: problem }),
      sight?.home
        ? h(Surface.Provider, { value: surface }, h(Blocks, { blocks: sight.home.blocks, key: sight.home.id }))
        : h("p", { class: "quiet loading", role: "status" }, `${world.app.name} has put nothing here yet.`),
    ),
  );
}
