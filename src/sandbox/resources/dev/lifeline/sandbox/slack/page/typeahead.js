import { h } from "preact";
import { useContext, useEffect, useId, useState } from "preact/hooks";
import { useElementValue } from "./elementvalue.js";
import { Surface } from "./contexts.js";
import { plain } from "./text.js";

/** Slack's default where the element does not say. */
const MIN_QUERY_LENGTH = 3;
const KEYSTROKE_PAUSE_MS = 150;

/** Options for the text typed so far. Responses may arrive out of order: only the last request's is used. */
function useOptions(element, block, query, open) {
  const { ask } = useContext(Surface);
  const [found, setFound] = useState({ options: [], state: "idle" });
  useEffect(() => {
    const minLength = element.min_query_length ?? MIN_QUERY_LENGTH;
    if (!open) return undefined;
    if (query.length < minLength) {
      setFound({ options: [], state: `Type at least ${minLength} characters` });
      return undefined;
    }
    let outdated = false;
    const timer = setTimeout(async () => {
      const next = await ask(element, block, query).then(
        options => ({ options, state: options.length ? "" : "No results" }),
        () => ({ options: [], state: "No answer from the app" }),
      );
      if (!outdated) setFound(next);
    }, KEYSTROKE_PAUSE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [query, open]);
  return found;
}

/** external_select: the app is asked for matching options while the user types. */
export function ExternalSelect({ element, block, named }) {
  const { value, choose } = useElementValue(element, block);
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(element.initial_option ?? null);
  const [at, setAt] = useState(0);
  const { options, state } = useOptions(element, block, query, open);
  const list = useId();

  const take = option => {
    setChosen(option);
    setOpen(false);
    setQuery("");
    choose(option?.value ?? null);
  };
  const onKeyDown = event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setOpen(true);
      setAt(place => (place + (event.key === "ArrowDown" ? 1 : -1) + options.length) % Math.max(options.length, 1));
    } else if (event.key === "Enter" && open) {
      if (options[at]) take(options[at]);
    } else if (event.key === "Escape" && open) setOpen(false);
    else return;
    event.preventDefault();
  };

  return h(
    "div",
    { class: "typeahead" },
    h("input", {
      class: "field",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      "aria-expanded": open,
      "aria-controls": list,
      "aria-autocomplete": "list",
      "aria-activedescendant": open && options[at] ? `${list}-${at}` : undefined,
      ...named,
      "aria-label": named?.id ? undefined : plain(element.placeholder) || "Search",
      placeholder: plain(element.placeholder) || "Search",
      // After a reload of the page only the value is known, not its text.
      value: open ? query : plain(chosen?.text) || (value ?? ""),
      onFocus: () => setOpen(true),
      onBlur: () => setOpen(false),
      onInput: event => {
        setOpen(true);
        setAt(0);
        setQuery(event.target.value);
      },
      onKeyDown,
    }),
    open &&
      h(
        "ul",
        { class: "menu-list typeahead-list", role: "listbox", id: list },
        state && h("li", { class: "quiet" }, state),
        options.map((option, i) =>
          h(
            "li",
            {
              role: "option",
              id: `${list}-${i}`,
              "aria-selected": i === at,
              // Runs before the input loses the focus and closes the list.
              onPointerDown: event => {
                event.preventDefault();
                take(option);
              },
            },
            plain(option.text),
            option.description && h("small", null, plain(option.description)),
          ),
        ),
      ),
  );
}
