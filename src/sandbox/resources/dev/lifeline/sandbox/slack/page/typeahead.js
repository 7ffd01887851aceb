import { h } from "preact";
import { useContext, useEffect, useId, useState } from "preact/hooks";
import { useElementValue } from "./elementvalue.js";
import { Surface } from "./contexts.js";
import { Icon } from "./icons.js";
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

/** A field that asks the app for options while the user types; `take` gets the option that was chosen. */
function Combobox({ element, block, named, shown, take }) {
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { options, state } = useOptions(element, block, query, open);
  const list = useId();

  const choose = option => {
    setOpen(false);
    setQuery("");
    take(option);
  };
  const onKeyDown = event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setOpen(true);
      setAt(place => (place + (event.key === "ArrowDown" ? 1 : -1) + options.length) % Math.max(options.length, 1));
    } else if (event.key === "Enter" && open) {
      if (options[at]) choose(options[at]);
    } else if (event.key === "Escape" && open) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return h(
    "div",
    { class: "typeahead" },
    h("input", {
      class: "field",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      "aria-expanded": open && options.length > 0,
      "aria-controls": open && options.length > 0 ? list : undefined,
      "aria-autocomplete": "list",
      "aria-activedescendant": open && options[at] ? `${list}-${at}` : undefined,
      ...named,
      "aria-label": named?.id ? undefined : plain(element.placeholder) || "Search",
      placeholder: plain(element.placeholder) || "Search",
      value: open ? query : shown,
      onFocus: () => setOpen(true),
      onClick: () => setOpen(true),
      onBlur: () => setOpen(false),
      onInput: event => {
        setOpen(true);
        setAt(0);
        setQuery(event.target.value);
      },
      onKeyDown,
    }),
    open && state && h("p", { class: "menu-list typeahead-list quiet", role: "status" }, state),
    open &&
      options.length > 0 &&
      h(
        "ul",
        { class: "menu-list typeahead-list", role: "listbox", id: list, "aria-label": "Options" },
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
                choose(option);
              },
            },
            plain(option.text),
            option.description && h("small", null, plain(option.description)),
          ),
        ),
      ),
  );
}

/** external_select: one of the options that the app suggests. */
export function ExternalSelect(props) {
  const { value, choose } = useElementValue(props.element, props.block);
  const [chosen, setChosen] = useState(props.element.initial_option ?? null);
  const take = option => {
    setChosen(option);
    choose(option?.value ?? null);
  };
  // After a reload of the page only the value is known, not its text.
  return h(Combobox, { ...props, shown: plain(chosen?.text) || (value ?? ""), take });
}

/** multi_external_select: several of them, each of which can be removed again. */
export function MultiExternalSelect(props) {
  const { value, choose } = useElementValue(props.element, props.block);
  const [known, setKnown] = useState(props.element.initial_options ?? []);
  const values = value ?? [];
  const labelOf = one => plain(known.find(option => option.value === one)?.text) || one;
  const take = option => {
    setKnown([...known, option]);
    if (!values.includes(option.value)) choose([...values, option.value]);
  };
  const remove = one => choose(values.filter(other => other !== one));
  return [
    h(Combobox, { ...props, shown: "", take }),
    values.length > 0 &&
      h(
        "ul",
        { class: "chosen", "aria-label": "Chosen" },
        values.map(one =>
          h("li", null, labelOf(one), h("button", { type: "button", class: "icon-button", "aria-label": `Remove ${labelOf(one)}`, onClick: () => remove(one) }, h(Icon, { name: "close" }))),
        ),
      ),
  ];
}
