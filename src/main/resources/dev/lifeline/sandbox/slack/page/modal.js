import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Blocks } from "./blocks.js";
import { Surface } from "./contexts.js";
import { Dialog } from "./dialogs.js";
import { Icon } from "./icons.js";
import { Problem } from "./message.js";
import { keyOf, useSurface } from "./surfaces.js";
import { plain } from "./text.js";

/** A view's blocks that are sent with its submission. */
const inputsOf = view => (view.blocks ?? []).filter(block => block.type === "input");

const isEmpty = value => value === null || value === undefined || value === "" || value.length === 0;

/** An input goes by its action_id; by its label where two inputs share one. */
function nameOf(block, inputs) {
  const id = block.element.action_id;
  const alone = id && inputs.filter(other => other.element.action_id === id).length === 1;
  return alone ? id : plain(block.label);
}

function submission(view, values) {
  const inputs = inputsOf(view);
  const named = inputs.map(block => [nameOf(block, inputs), values.get(keyOf(block, block.element))]);
  return Object.fromEntries(named.filter(([, value]) => !isEmpty(value)));
}

/** What Slack itself refuses before the app hears of it. */
function missing(view, values) {
  const empty = inputsOf(view).filter(block => !block.optional && isEmpty(values.get(keyOf(block, block.element))));
  return Object.fromEntries(empty.map(block => [block.block_id, "Please complete this required field."]));
}

/** Puts what Slack remembers of the view into its fields, so that a reload of the page shows it again. */
function recall(view, values) {
  for (const [blockId, actions] of Object.entries(view.state?.values ?? {})) {
    for (const [actionId, state] of Object.entries(actions)) {
      const value = stateValue(state);
      if (!isEmpty(value)) values.set(`${blockId}/${actionId}`, value);
    }
  }
}

const stateValue = state =>
  state.value ??
  state.selected_option?.value ??
  state.selected_options?.map(option => option.value) ??
  state.selected_date ??
  state.selected_time ??
  state.selected_user ??
  state.selected_conversation ??
  state.selected_channel;

function useSubmission(view, surface, send, setErrors, setProblem) {
  const [busy, setBusy] = useState(false);
  const submit = async event => {
    event.preventDefault();
    if (busy) return;
    const lacking = missing(view, surface.values);
    setErrors(lacking);
    if (Object.keys(lacking).length > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await send({ submits: submission(view, surface.values) });
      setErrors(answer.ack?.errors ?? {});
      if (!answer.acked) setProblem(answer.shown ?? "We had some trouble connecting. Try again?");
    } catch (refused) {
      setProblem(refused.message);
    }
    setBusy(false);
  };
  return [busy, submit];
}

/** One view of the stack. It stays mounted under the views pushed over it, so that its fields keep what was typed. */
function Modal({ view, depth, send }) {
  const [errors, setErrors] = useState({});
  const { surface, problem, setProblem } = useSurface(send, errors);
  const remembered = useRef(false);
  if (!remembered.current) {
    remembered.current = true;
    recall(view, surface.values);
  }
  const [busy, submit] = useSubmission(view, surface, send, setErrors, setProblem);
  const form = useRef();
  useEffect(() => {
    form.current.querySelector("[aria-invalid=true]")?.focus();
  }, [errors]);
  const close = () => send({ closes: true }).catch(refused => setProblem(refused.message));
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

/** The open views of the person, top last. */
export const Modals = ({ views, send }) =>
  views.map((view, depth) => h(Modal, { view, depth, send, key: view.id }));
