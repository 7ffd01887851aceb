import { h } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Text, plain } from "./text.js";

/** A modal dialog of the browser: it keeps the focus, and Escape requests closing. */
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

/** The dialog of a confirm object (title, text, confirm, deny, style), shown before anything is sent to the app. */
function Confirmation({ confirmObject, answer }) {
  const danger = confirmObject.style === "danger";
  return h(
    Dialog,
    { class: "confirm", role: "alertdialog", "aria-label": plain(confirmObject.title), onClose: () => answer(false) },
    h("h2", null, plain(confirmObject.title)),
    h("p", null, h(Text, { text: confirmObject.text })),
    h(
      "div",
      { class: "dialog-buttons" },
      // An accidental Enter must not confirm a dangerous action.
      h("button", { type: "button", class: "button", autofocus: danger, onClick: () => answer(false) }, plain(confirmObject.deny) || "Cancel"),
      h(
        "button",
        {
          type: "button",
          autofocus: !danger,
          class: `button button-${danger ? "danger" : "primary"}`,
          onClick: () => answer(true),
        },
        plain(confirmObject.confirm) || "Yes",
      ),
    ),
  );
}

/** A function that requests confirmation, and the dialog to render meanwhile. */
export function useConfirmation() {
  const [pending, setPending] = useState(null);
  const confirm = useCallback(confirmObject => new Promise(resolve => setPending({ confirmObject, resolve })), []);
  const answer = yes => {
    pending.resolve(yes);
    setPending(null);
  };
  return [confirm, pending && h(Confirmation, { confirmObject: pending.confirmObject, answer })];
}
