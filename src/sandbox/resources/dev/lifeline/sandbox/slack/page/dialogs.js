import { h } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Text, plain } from "./text.js";

/** A modal dialog of the browser: it holds the focus, and Escape asks to close. */
export function Dialog({ onClose, children, ...rest }) {
  const dialog = useRef();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current.showModal();
    return () => opener?.isConnected && opener.focus();
  }, []);
  const onCancel = event => {
    event.preventDefault();
    onClose();
  };
  return h("dialog", { ref: dialog, onCancel, ...rest }, children);
}

/** The dialog of a confirm object (title, text, confirm, deny, style); Slack asks it before it tells the app anything. */
function Confirmation({ wanted, answer }) {
  const danger = wanted.style === "danger";
  return h(
    Dialog,
    { class: "confirm", role: "alertdialog", "aria-label": plain(wanted.title), onClose: () => answer(false) },
    h("h2", null, plain(wanted.title)),
    h("p", null, h(Text, { text: wanted.text })),
    h(
      "div",
      { class: "dialog-buttons" },
      // A hasty Enter must not do what cannot be undone.
      h("button", { type: "button", class: "button", autofocus: danger, onClick: () => answer(false) }, plain(wanted.deny) || "Cancel"),
      h(
        "button",
        {
          type: "button",
          autofocus: !danger,
          class: `button button-${danger ? "danger" : "primary"}`,
          onClick: () => answer(true),
        },
        plain(wanted.confirm) || "Yes",
      ),
    ),
  );
}

/** A function that asks for confirmation, and the dialog to render while it does. */
export function useConfirmation() {
  const [asked, setAsked] = useState(null);
  const confirm = useCallback(wanted => new Promise(resolve => setAsked({ wanted, resolve })), []);
  const answer = yes => {
    asked.resolve(yes);
    setAsked(null);
  };
  return [confirm, asked && h(Confirmation, { wanted: asked.wanted, answer })];
}
