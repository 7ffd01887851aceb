// What the fields of a form hold, and what of it the pretend Slack does not know yet. Values have the form that
// /sandbox/act takes: a text, an option's value, a list of those, or null for nothing.

/** Where an element's value is kept while its surface stands; a new block_id starts afresh, as in Slack. */
export const keyOf = (block, element) => `${block.block_id ?? ""}/${element.action_id ?? ""}`;

const valueOf = option => option?.value;

/** What an element starts with. */
export function initialOf(element) {
  if (element.initial_options) return element.initial_options.map(valueOf);
  return (
    element.initial_value ??
    valueOf(element.initial_option) ??
    element.initial_date ??
    element.initial_time ??
    element.initial_date_time ??
    element.initial_user ??
    element.initial_users ??
    element.initial_conversation ??
    element.initial_channel ??
    null
  );
}

/** The same from an entry of a view's state.values. */
const heldIn = state =>
  state.value ??
  valueOf(state.selected_option) ??
  state.selected_options?.map(valueOf) ??
  state.selected_date ??
  state.selected_time ??
  state.selected_date_time ??
  state.selected_user ??
  state.selected_users ??
  state.selected_conversation ??
  state.selected_channel ??
  null;

/** What Slack remembers of a view, as [key, value]: a reload of the page shows it again. */
export const remembered = view =>
  Object.entries(view.state?.values ?? {}).flatMap(([block, actions]) =>
    Object.entries(actions).map(([action, state]) => [`${block}/${action}`, heldIn(state)]),
  );

const inputsOf = blocks => (blocks ?? []).filter(block => block.type === "input");

const isEmpty = value => value === null || value === undefined || value === "" || value.length === 0;

const takesSeveral = element => element.type === "checkboxes" || element.type.startsWith("multi_");

/** What Slack itself refuses before the app hears of it: block_id and sentence. */
export function missing(blocks, values) {
  const empty = inputsOf(blocks).filter(block => !block.optional && isEmpty(values.get(keyOf(block, block.element))));
  return Object.fromEntries(empty.map(block => [block.block_id, "Please complete this required field."]));
}

/**
 * The fields whose value Slack does not know, as {key, name, value, block}. An input goes by its action_id, or by its
 * label where two inputs share one.
 */
export function untold(blocks, values, told) {
  const inputs = inputsOf(blocks);
  const actions = inputs.map(block => block.element.action_id);
  return inputs
    .map(block => {
      const { element } = block;
      const key = keyOf(block, element);
      const alone = actions.indexOf(element.action_id) === actions.lastIndexOf(element.action_id);
      const kept = values.get(key);
      const value = isEmpty(kept) ? (takesSeveral(element) ? [] : null) : kept;
      const known = told.has(key) ? told.get(key) : initialOf(element);
      return { key, name: alone ? element.action_id : block.label.text, value, known, block };
    })
    .filter(({ value, known }) => !(isEmpty(value) && isEmpty(known)) && JSON.stringify(value) !== JSON.stringify(known));
}
