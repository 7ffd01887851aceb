import { h } from "preact";
import { useContext, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Workspace } from "./contexts.js";
import { Icon } from "./icons.js";
import { Menu } from "./menu.js";
import { Problem } from "./message.js";

/** The draft of each place, kept while another one is shown. */
const drafts = new Map();

/** The registered commands that match the first word while it is typed. */
function matchingCommands(commands, text) {
  if (!/^\/\S*$/.test(text)) return [];
  return commands.filter(one => one.command.startsWith(text) && one.command !== text);
}

function Suggestions({ id, options, at, take }) {
  return h(
    "ul",
    { class: "menu-list suggestions", role: "listbox", id, "aria-label": "Commands" },
    options.map((option, i) =>
      h(
        "li",
        {
          role: "option",
          id: `${id}-${i}`,
          "aria-selected": i === at,
          // Runs before the text field loses the focus.
          onPointerDown: event => {
            event.preventDefault();
            take(option);
          },
        },
        h("b", null, option.command),
        option.usage_hint && h("span", { class: "quiet" }, ` ${option.usage_hint}`),
        option.description && h("small", null, option.description),
      ),
    ),
  );
}

/** One line of help: the usage of the typed command, or an example. */
function Hint({ text, commands, busy, fill }) {
  if (busy) return h("p", { class: "hint", role: "status" }, "Waiting for the app to answer…");
  const typed = commands.find(one => text === one.command || text.startsWith(`${one.command} `));
  if (typed) return h("p", { class: "hint" }, h("code", null, `${typed.command} ${typed.usage_hint ?? ""}`));
  if (text !== "" || commands.length === 0) return h("p", { class: "hint" }, "Enter sends, Shift + Enter starts a new line");
  const example = commands.some(one => one.command === "/rescue") ? "/rescue web-07" : commands[0].command;
  return h(
    "p",
    { class: "hint" },
    "New here? Type ",
    h("button", { type: "button", class: "hint-example", onClick: () => fill(example) }, example),
  );
}

/** The text, kept as a draft of its place; sending clears it, and an error restores it. */
function useDraft(place, send, inThread) {
  const [text, setDraft] = useState(drafts.get(place) ?? "");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(null);
  const setText = next => {
    drafts.set(place, next);
    setDraft(next);
    setProblem(null);
  };
  const submit = async () => {
    const typed = text.trim();
    if (typed === "") return;
    setText("");
    setBusy(typed.startsWith("/"));
    try {
      const answer = await send({ types: typed });
      // In a channel Slackbot shows the error; a thread does not show Slackbot.
      if (inThread) setProblem(answer.shown ?? null);
    } catch (error) {
      if (!drafts.get(place)) setText(typed);
      setProblem(error.status ? error.message : "Not sent: the fake Slack does not answer.");
    }
    setBusy(false);
  };
  return { text, setText, busy, problem, submit };
}

/** Adapts the height to the text, up to the limit of the style sheet. */
function useAutoHeight(text) {
  const area = useRef();
  useLayoutEffect(() => {
    area.current.style.height = "auto";
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [text]);
  return area;
}

export function Composer({ place, label, send, testid = "composer", sendTestid = "send", inThread, autofocus }) {
  const { commands, shortcuts } = useContext(Workspace).world;
  const { text, setText, busy, problem, submit } = useDraft(place, send, inThread);
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const area = useAutoHeight(text);
  const id = useId();
  // Slack accepts no custom slash command in a thread, so none is suggested there.
  const options = dismissed || inThread ? [] : matchingCommands(commands, text);

  useLayoutEffect(() => {
    if (autofocus) area.current.focus();
  }, []);

  const fill = next => {
    setText(next);
    area.current.focus();
  };
  const take = option => fill(`${option.command} `);
  const arrows = { ArrowDown: 1, ArrowUp: -1 };
  const onKeyDown = event => {
    // An Enter that ends the composition of a character does not send.
    if (event.isComposing) return;
    const choosing = options.length > 0;
    if (choosing && arrows[event.key]) setAt((at + arrows[event.key] + options.length) % options.length);
    else if (choosing && (event.key === "Tab" || event.key === "Enter")) take(options[at] ?? options[0]);
    else if (choosing && event.key === "Escape") setDismissed(true);
    else if (event.key === "Enter" && !event.shiftKey) submit();
    else return;
    event.preventDefault();
  };

  const globals = shortcuts
    .filter(shortcut => shortcut.type === "global" && !inThread)
    .map(shortcut => ({ label: shortcut.name, choose: () => send({ shortcut: shortcut.callback_id }) }));

  return h(
    "form",
    {
      class: "composer",
      onSubmit: event => {
        event.preventDefault();
        submit();
        area.current.focus();
      },
    },
    h(Problem, { text: problem }),
    options.length > 0 && h(Suggestions, { id, options, at, take }),
    h(
      "div",
      { class: "composer-box" },
      globals.length > 0 && h(Menu, { label: "Shortcuts", icon: "bolt", items: globals }),
      h("textarea", {
        ref: area,
        rows: 1,
        value: text,
        placeholder: label,
        "aria-label": label,
        "aria-autocomplete": inThread ? undefined : "list",
        "aria-controls": options.length > 0 ? id : undefined,
        "aria-activedescendant": options.length > 0 ? `${id}-${at}` : undefined,
        "data-testid": testid,
        onInput: event => {
          setText(event.target.value);
          setAt(0);
          setDismissed(false);
        },
        onKeyDown,
      }),
      h(
        "button",
        { type: "submit", class: "button button-primary send", "data-testid": sendTestid, disabled: text.trim() === "" },
        h(Icon, { name: "send" }),
        h("span", null, "Send"),
      ),
    ),
    !inThread && h(Hint, { text, commands, busy, fill }),
  );
}
