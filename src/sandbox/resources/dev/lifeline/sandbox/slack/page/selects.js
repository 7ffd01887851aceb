import { h } from "preact";
import { useContext } from "preact/hooks";
import { useElementValue } from "./elementvalue.js";
import { Workspace } from "./contexts.js";
import { Text, plain } from "./text.js";

/** The browser's own list, for touch, keyboard and screen readers. */
function Choices({ element, block, named, children, value, choose }) {
  return h(
    "select",
    {
      class: "field",
      ...named,
      "aria-label": named?.id ? undefined : plain(element.placeholder) || "Choose",
      value: value ?? "",
      onChange: event => choose(event.target.value || null),
    },
    h("option", { value: "", disabled: block.type !== "input" }, plain(element.placeholder) || "Choose an option"),
    children,
  );
}

const toOption = option => h("option", { value: option.value }, plain(option.text));

export function StaticSelect({ element, block, named }) {
  const { value, choose } = useElementValue(element, block);
  const groups = (element.option_groups ?? []).map(group =>
    h("optgroup", { label: plain(group.label) }, group.options.map(toOption)),
  );
  return h(Choices, { element, block, named, value, choose }, (element.options ?? []).map(toOption), groups);
}

export function PeopleSelect({ element, block, named }) {
  const { world } = useContext(Workspace);
  const { value, choose } = useElementValue(element, block);
  const options = world.people.map(one => h("option", { value: one.id }, one.real_name || one.name));
  return h(Choices, { element, block, named, value, choose }, options);
}

export function ChannelSelect({ element, block, named }) {
  const { world } = useContext(Workspace);
  const { value, choose } = useElementValue(element, block);
  const options = world.channels.map(one => h("option", { value: one.id }, `#${one.name}`));
  return h(Choices, { element, block, named, value, choose }, options);
}

/** Options as check boxes: checkboxes and the multi-selects. */
function Ticks({ element, block, named, options }) {
  const { value, choose } = useElementValue(element, block);
  const ticked = value ?? [];
  const toggle = option => {
    const without = ticked.filter(one => one !== option.value);
    choose(without.length < ticked.length ? without : [...ticked, option.value]);
  };
  return h(
    "div",
    { class: "ticks", role: "group", ...named },
    options.map(option => h(Tick, { type: "checkbox", option, checked: ticked.includes(option.value), toggle })),
  );
}

function Tick({ type, name, option, checked, toggle }) {
  return h(
    "label",
    { class: "tick" },
    h("input", { type, name, checked, onChange: () => toggle(option) }),
    h("span", null, h(Text, { text: option.text }), option.description && h("small", null, h(Text, { text: option.description }))),
  );
}

export const Checkboxes = props => h(Ticks, { ...props, options: props.element.options });

export function MultiSelect(props) {
  const grouped = (props.element.option_groups ?? []).flatMap(group => group.options);
  return h(Ticks, { ...props, options: [...(props.element.options ?? []), ...grouped] });
}

export function MultiPeople(props) {
  const { world } = useContext(Workspace);
  const options = world.people.map(one => ({ value: one.id, text: { text: one.real_name || one.name } }));
  return h(Ticks, { ...props, options });
}

export function MultiChannels(props) {
  const { world } = useContext(Workspace);
  const options = world.channels.map(one => ({ value: one.id, text: { text: `#${one.name}` } }));
  return h(Ticks, { ...props, options });
}

export function RadioButtons({ element, block, named }) {
  const { value, choose } = useElementValue(element, block);
  const name = `${block.block_id}/${element.action_id}`;
  return h(
    "div",
    { class: "ticks", role: "radiogroup", ...named },
    element.options.map(option =>
      h(Tick, { type: "radio", name, option, checked: value === option.value, toggle: () => choose(option.value) }),
    ),
  );
}
