import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Blocks } from "./blocks.js";
import { Surface } from "./contexts.js";
import { Dialog } from "./dialogs.js";
import { Icon } from "./icons.js";
import { missing, unsentInputs } from "./inputs.js";
import { Problem } from "./message.js";
import { useSurface } from "./surfaces.js";
import { plain } from "./text.js";

function useSubmission(view, { surface, sent, setProblem }, send, setErrors) {
  const [busy, setBusy] = useState(false);
  const submit = async event => {
    event.preventDefault();
    if (busy) return;
    const missingFields = missing(view.blocks, surface.values);
    setErrors(missingFields);
    if (Object.keys(missingFields).length > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      const filled = unsentInputs(view.blocks, surface.values, sent).map(({ name, value }) => [name, value]);
      const answer = await send({ submits: Object.fromEntries(filled) });
      setErrors(answer.ack?.errors ?? {});
      setProblem(answer.shown ?? null);
    } catch (error) {
      setProblem(error.message);
    }
    setBusy(false);
  };
  return [busy, submit];
}

/** One view of the stack. It stays mounted under the views pushed over it, so that its fields keep their values. */
function Modal({ view, depth, send }) {
  const [errors, setErrors] = useState(view.errors ?? {});
  const fields = useSurface(view, send, errors);
  const { surface, problem, setProblem } = fields;
  const [busy, submit] = useSubmission(view, fields, send, setErrors);
  const form = useRef();
  useEffect(() => {
    form.current.querySelector("[aria-invalid=true]")?.focus();
  }, [errors]);
  const close = () => send({ closes: true }).catch(error => setProblem(error.message));
  return h(
    Dialog,
    { class: "modal", "data-testid": "modal", "aria-label": plain(view.title), onClose: close },
    h(
      "form",
      { onSubmit: submit, ref: form, noValidate: true },
      h(
        "header",
        { class: "modal-head" },
        depth > 0 &&
          h("button", { type: "button", class: "icon-button", "aria-label": "Back", onClick: close }, h(Icon, { name: "back" })),
        h("h2", null, plain(view.title)),
        depth === 0 &&
          h("button", { type: "button", class: "icon-button", "aria-label": "Close the dialog", onClick: close }, h(Icon, { name: "close" })),
      ),
      h("div", { class: "modal-body" }, h(Surface.Provider, { value: surface }, h(Blocks, { blocks: view.blocks }))),
      h(Problem, { text: problem }),
      h(
        "div",
        { class: "dialog-buttons" },
        h("button", { type: "button", class: "button", onClick: close }, plain(view.close) || "Cancel"),
        view.submit && h("button", { type: "submit", class: "button button-primary", "aria-busy": busy }, plain(view.submit)),
      ),
    ),
  );
}

/** The open views of the user, the top one last. */
export const Modals = ({ views, send }) =>
  views.map((view, depth) => h(Modal, { view, depth, send, key: view.id }));
