import { h } from "preact";
import { useElementValue } from "./elementvalue.js";
import { plain } from "./text.js";

const labelled = (named, element, defaultLabel) =>
  named?.id ? named : { "aria-label": plain(element.placeholder) || defaultLabel };

export function TextInput({ element, block, named }) {
  const { value, setValue, dispatch } = useElementValue(element, block);
  const when = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const onInput = event => {
    setValue(event.target.value);
    if (when.includes("on_character_entered")) dispatch(event.target.value, event.target.value);
  };
  const onKeyDown = event => {
    if (event.key !== "Enter" || !block.dispatch_action || !when.includes("on_enter_pressed")) return;
    event.preventDefault();
    dispatch(value ?? "", value);
  };
  return h(element.multiline ? "textarea" : "input", {
    class: "field",
    ...labelled(named, element, "Text"),
    type: element.multiline ? undefined : TYPES[element.type],
    rows: element.multiline ? 4 : undefined,
    inputMode: element.type === "number_input" ? "decimal" : undefined,
    placeholder: plain(element.placeholder),
    maxLength: element.max_length,
    value: value ?? "",
    onInput,
    onKeyDown,
  });
}

/** The text of a rich_text value, a line for each of its parts. */
const textOf = value =>
  (value?.elements ?? []).map(part => (part.elements ?? []).map(piece => piece.text ?? piece.url ?? "").join("")).join("\n");

/** A rich_text value whose parts are the lines of a text; null without any. */
const richText = text =>
  text === ""
    ? null
    : {
        type: "rich_text",
        elements: text.split("\n").map(line => ({ type: "rich_text_section", elements: [{ type: "text", text: line }] })),
      };

/** rich_text_input: what is typed is sent as text without styles. */
export function RichTextInput({ element, block, named }) {
  const { value, setValue, dispatch } = useElementValue(element, block);
  const onKeyDown = event => {
    if (event.key !== "Enter" || event.shiftKey || !block.dispatch_action) return;
    event.preventDefault();
    dispatch(value, value);
  };
  return h("textarea", {
    class: "field",
    ...labelled(named, element, "Text"),
    rows: 4,
    placeholder: plain(element.placeholder),
    value: textOf(value),
    onInput: event => setValue(richText(event.target.value)),
    onKeyDown,
  });
}

/** file_input: the names of the chosen files; their content stays in the browser. */
export function FileInput({ element, block, named }) {
  const { value, choose } = useElementValue(element, block);
  const several = (element.max_files ?? 10) > 1;
  return [
    h("input", {
      class: "field",
      type: "file",
      ...labelled(named, element, "Files"),
      multiple: several,
      accept: element.filetypes?.map(type => `.${type}`).join(","),
      onChange: event => choose([...event.target.files].map(file => file.name)),
    }),
    value?.length > 0 && h("p", { class: "quiet" }, value.join(", ")),
  ];
}

const TYPES = {
  plain_text_input: "text",
  number_input: "text",
  email_text_input: "email",
  url_text_input: "url",
};

function Picker({ element, block, named, type, defaultLabel }) {
  const { value, choose } = useElementValue(element, block);
  return h("input", {
    class: "field field-short",
    type,
    ...labelled(named, element, defaultLabel),
    value: value ?? "",
    onChange: event => choose(event.target.value || null),
  });
}

export const DatePicker = props => h(Picker, { ...props, type: "date", defaultLabel: "Date" });

export const TimePicker = props => h(Picker, { ...props, type: "time", defaultLabel: "Time" });

const pad = number => String(number).padStart(2, "0");

/** Seconds since 1970 as the browser's field needs them: local time without a zone. */
function localMinute(seconds) {
  if (!seconds) return "";
  const at = new Date(seconds * 1000);
  const day = [at.getFullYear(), pad(at.getMonth() + 1), pad(at.getDate())].join("-");
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

export function DateTimePicker({ element, block, named }) {
  const { value, choose } = useElementValue(element, block);
  return h("input", {
    class: "field field-short",
    type: "datetime-local",
    ...labelled(named, element, "Date and time"),
    value: localMinute(value),
    onChange: event => choose(event.target.value ? Math.floor(new Date(event.target.value).getTime() / 1000) : null),
  });
}
