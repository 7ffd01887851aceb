// The values of form fields, and those not yet sent to the fake Slack. Values have the form that /sandbox/act takes:
// a text, an option's value, a list of those, or null for none.

/** The key of an element's value within its surface; a new block_id starts without a value, as in Slack. */
export const keyOf = (block, element) => `${block.block_id ?? ""}/${element.action_id ?? ""}`;

const valueOf = option => option?.value;

/** The initial value of an element. */
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

/** The value in an entry of a view's state.values. */
const valueIn = state =>
  state.value ??
  state.rich_text_value ??
  state.files ??
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

/** The values that Slack stores for a view, as [key, value]; a reload of the page shows them again. */
export const storedValues = view =>
  Object.entries(view.state?.values ?? {}).flatMap(([block, actions]) =>
    Object.entries(actions).map(([action, state]) => [`${block}/${action}`, valueIn(state)]),
  );

const inputsOf = blocks => (blocks ?? []).filter(block => block.type === "input");

const isEmpty = value => value === null || value === undefined || value === "" || value.length === 0;

const takesSeveral = element => ["checkboxes", "file_input"].includes(element.type) || element.type.startsWith("multi_");

/** The errors that Slack itself shows before the app is told: block_id and message. */
export function missing(blocks, values) {
  const empty = inputsOf(blocks).filter(block => !block.optional && isEmpty(values.get(keyOf(block, block.element))));
  return Object.fromEntries(empty.map(block => [block.block_id, "Please complete this required field."]));
}

/**
 * The fields whose value was not sent to Slack, as {key, name, value, block}. An input is named by its action_id, or by
 * its label where two inputs share one.
 */
export function unsentInputs(blocks, values, sent) {
  const inputs = inputsOf(blocks);
  const actions = inputs.map(block => block.element.action_id);
  return inputs
    .map(block => {
      const { element } = block;
      const key = keyOf(block, element);
      const unique = actions.indexOf(element.action_id) === actions.lastIndexOf(element.action_id);
      const stored = values.get(key);
      const value = isEmpty(stored) ? (takesSeveral(element) ? [] : null) : stored;
      const known = sent.has(key) ? sent.get(key) : initialOf(element);
      return { key, name: unique ? element.action_id : block.label.text, value, known, block };
    })
    .filter(({ value, known }) => !(isEmpty(value) && isEmpty(known)) && JSON.stringify(value) !== JSON.stringify(known));
}
