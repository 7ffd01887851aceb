import { h } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icons.js";

/** The next focusable item in the direction of an arrow key. */
function step(list, key) {
  const items = [...list.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[key];
  if (to === undefined) return false;
  items.at(to % items.length).focus();
  return true;
}

/** A button that opens a list of actions: items are {label, description, url, choose}. */
export function Menu({ label, icon = "dots", items, busy }) {
  const [open, setOpen] = useState(false);
  const root = useRef();
  const button = useRef();
  useEffect(() => {
    if (!open) return undefined;
    root.current.querySelector("[role=menuitem]")?.focus();
    const outside = event => !root.current?.contains(event.target) && setOpen(false);
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  // A list that would stand out of the window is aligned with the other side of its button.
  useLayoutEffect(() => {
    if (!open) return undefined;
    const place = () => {
      const list = root.current.querySelector(".menu-list");
      list.classList.remove("menu-list-end");
      if (list.getBoundingClientRect().right > document.documentElement.clientWidth - 8) list.classList.add("menu-list-end");
    };
    place();
    addEventListener("resize", place);
    return () => removeEventListener("resize", place);
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = event => {
    if (!open) return;
    if (event.key === "Escape") close();
    else if (event.key === "Tab") return setOpen(false);
    else if (!step(root.current, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choose = item => {
    close();
    item.choose?.();
    if (item.url) window.open(item.url, "_blank", "noopener");
  };
  return h(
    "div",
    { class: "menu", ref: root, onKeyDown },
    h(
      "button",
      {
        type: "button",
        ref: button,
        class: "icon-button",
        "aria-label": label,
        title: label,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        "aria-busy": busy,
        onClick: () => setOpen(!open),
      },
      h(Icon, { name: icon }),
    ),
    open &&
      h(
        "div",
        { class: "menu-list", role: "menu", "aria-label": label },
        items.map(item =>
          h(
            "button",
            { type: "button", role: "menuitem", tabIndex: -1, onClick: () => choose(item) },
            item.label,
            item.description && h("small", null, item.description),
          ),
        ),
      ),
  );
}
