import { h } from "preact";
import { Button, FeedbackButtons, IconButton, Overflow } from "./buttons.js";
import { DatePicker, DateTimePicker, FileInput, RichTextInput, TextInput, TimePicker } from "./fields.js";
import {
  ChannelSelect,
  Checkboxes,
  MultiChannels,
  MultiPeople,
  MultiSelect,
  PeopleSelect,
  RadioButtons,
  StaticSelect,
} from "./selects.js";
import { Text } from "./text.js";
import { ExternalSelect, MultiExternalSelect } from "./typeahead.js";

/** An image of an app; only http and https URLs are loaded. */
export const Picture = ({ element }) =>
  h("img", { class: "picture", src: webOnly(element.image_url), alt: element.alt_text ?? "", loading: "lazy" });

const webOnly = url => (/^https?:\/\//i.test(url ?? "") ? url : undefined);

const ELEMENTS = {
  button: Button,
  channels_select: ChannelSelect,
  checkboxes: Checkboxes,
  conversations_select: ChannelSelect,
  datepicker: DatePicker,
  datetimepicker: DateTimePicker,
  email_text_input: TextInput,
  external_select: ExternalSelect,
  feedback_buttons: FeedbackButtons,
  file_input: FileInput,
  icon_button: IconButton,
  image: Picture,
  mrkdwn: ({ element }) => h(Text, { text: element }),
  multi_channels_select: MultiChannels,
  multi_conversations_select: MultiChannels,
  multi_external_select: MultiExternalSelect,
  multi_static_select: MultiSelect,
  multi_users_select: MultiPeople,
  number_input: TextInput,
  overflow: Overflow,
  plain_text: ({ element }) => h(Text, { text: element }),
  plain_text_input: TextInput,
  radio_buttons: RadioButtons,
  rich_text_input: RichTextInput,
  static_select: StaticSelect,
  timepicker: TimePicker,
  url_text_input: TextInput,
  users_select: PeopleSelect,
  workflow_button: Button,
};

/** One element of a block; `named` links a form field to its label and its error. */
export function Element({ element, block, named }) {
  const known = Object.hasOwn(ELEMENTS, element.type) && ELEMENTS[element.type];
  if (!known) return h("span", { class: "unknown" }, `“${element.type}” is not shown here`);
  return h(known, { element, block, named });
}
