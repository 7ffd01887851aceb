// Block Kit as Slack shows it, one component for each block type; an unknown type is named, not hidden.
import { h } from "preact";
import { useContext, useId } from "preact/hooks";
import { DataVisualization } from "./charts.js";
import { Surface } from "./contexts.js";
import { Element, Picture } from "./elements.js";
import { Icon } from "./icons.js";
import { Markdown } from "./markdown.js";
import { Link } from "./mentions.js";
import { RichText } from "./richtext.js";
import { Plan, TaskCard } from "./tasks.js";
import { Text, plain } from "./text.js";

function Section({ block }) {
  return h(
    "div",
    { class: "section" },
    h(
      "div",
      { class: "section-text" },
      h(Text, { text: block.text }),
      block.fields && h("div", { class: "fields" }, block.fields.map(field => h(Text, { text: field }))),
    ),
    block.accessory && h("div", { class: "accessory" }, h(Element, { element: block.accessory, block })),
  );
}

const elementsOf = block =>
  (block.elements ?? []).map((element, i) => h(Element, { element, block, key: element.action_id ?? i }));

function Input({ block }) {
  const id = useId();
  const error = useContext(Surface).errors?.[block.block_id];
  const grouped = ["checkboxes", "radio_buttons"].includes(block.element.type) || block.element.type.startsWith("multi_");
  const named = {
    id,
    "aria-labelledby": grouped ? `${id}-label` : undefined,
    "aria-describedby": [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
    "aria-invalid": error ? "true" : undefined,
    "aria-required": block.optional || grouped ? undefined : "true",
  };
  return h(
    "div",
    { class: error ? "input input-wrong" : "input" },
    h(
      grouped ? "span" : "label",
      { class: "label", id: `${id}-label`, for: grouped ? undefined : id },
      plain(block.label),
      block.optional && h("span", { class: "quiet" }, " (optional)"),
    ),
    h(Element, { element: block.element, block, named }),
    error && h("p", { class: "error", id: `${id}-error` }, h(Icon, { name: "warning" }), error),
    block.hint && h("p", { class: "quiet", id: `${id}-hint` }, plain(block.hint)),
  );
}

const ALERT_LEVELS = new Set(["info", "success", "warning", "error"]);

function Alert({ block }) {
  const level = ALERT_LEVELS.has(block.level) ? block.level : "info";
  const text = typeof block.text === "string" ? { type: "mrkdwn", text: block.text } : block.text;
  return h("div", { class: `alert alert-${level}`, role: "note" }, h(Text, { text }));
}

function ImageBlock({ block }) {
  return h(
    "figure",
    null,
    block.title && h("figcaption", { class: "quiet" }, plain(block.title)),
    h(Picture, { element: block }),
  );
}

const cell = content =>
  content.type === "rich_text" ? h(RichText, { block: content }) : (content.text ?? String(content.value ?? ""));

const ALIGNMENTS = new Set(["left", "center", "right"]);

/** How the cells of a column stand (column_settings). */
function alignment(block, column) {
  const align = block.column_settings?.[column]?.align;
  return ALIGNMENTS.has(align) ? { textAlign: align } : undefined;
}

function Table({ block }) {
  const [head = [], ...rows] = block.rows ?? [];
  const style = column => alignment(block, column);
  return h(
    "div",
    // What scrolls sideways has to be reachable by keyboard.
    { class: "table", tabIndex: 0, role: "group", "aria-label": "Table" },
    h(
      "table",
      null,
      h("thead", null, h("tr", null, head.map((one, i) => h("th", { scope: "col", style: style(i) }, cell(one))))),
      h("tbody", null, rows.map(row => h("tr", null, row.map((one, i) => h("td", { style: style(i) }, cell(one)))))),
    ),
  );
}

function Card({ block }) {
  return h(
    "div",
    { class: "card" },
    block.hero_image && h(Picture, { element: block.hero_image }),
    h(
      "div",
      { class: "card-head" },
      block.icon && h(Picture, { element: block.icon }),
      h("div", null, h("b", null, h(Text, { text: block.title })), h(Text, { text: block.subtitle })),
    ),
    h(Text, { text: block.body }),
    block.subtext && h("div", { class: "quiet" }, h(Text, { text: block.subtext })),
    block.actions && h("div", { class: "actions" }, elementsOf({ ...block, elements: block.actions })),
  );
}

function DataTable({ block }) {
  return h("figure", null, h("figcaption", { class: "quiet" }, block.caption), h(Table, { block }));
}

function Carousel({ block }) {
  return h(
    "div",
    { class: "carousel", role: "group", tabIndex: 0, "aria-label": "Cards" },
    (block.elements ?? []).map((card, i) => h(Card, { block: card, key: card.block_id ?? i })),
  );
}

function Container({ block }) {
  const title = block.rich_text_title ? h(RichText, { block: block.rich_text_title }) : plain(block.title);
  const below = [block.subtitle && h(Text, { text: block.subtitle }), h(Blocks, { blocks: block.child_blocks })];
  return block.is_collapsible
    ? h("details", { class: "container", open: !block.default_collapsed }, h("summary", null, title), below)
    : h("div", { class: "container" }, h("b", null, title), below);
}

/** The picture of a video, which leads to it: nothing from outside is played here. */
function Video({ block }) {
  return h(
    "figure",
    null,
    h("figcaption", null, h(Link, { url: block.title_url ?? block.video_url }, plain(block.title))),
    h("small", { class: "quiet" }, [block.provider_name, block.author_name].filter(Boolean).join(" · ")),
    block.description && h("p", null, plain(block.description)),
    h(Link, { url: block.video_url }, h(Picture, { element: { image_url: block.thumbnail_url, alt_text: block.alt_text } })),
  );
}

const File = ({ block }) => h("p", null, `File “${block.external_id}” from ${block.source}`);

const BLOCKS = {
  actions: ({ block }) => h("div", { class: "actions" }, elementsOf(block)),
  alert: Alert,
  card: Card,
  carousel: Carousel,
  container: Container,
  context: ({ block }) => h("div", { class: "context" }, elementsOf(block)),
  data_table: DataTable,
  data_visualization: DataVisualization,
  context_actions: ({ block }) => h("div", { class: "actions" }, elementsOf(block)),
  divider: () => h("hr"),
  file: File,
  header: ({ block }) => h("h3", { class: "header" }, plain(block.text)),
  image: ImageBlock,
  input: Input,
  markdown: Markdown,
  plan: Plan,
  rich_text: RichText,
  section: Section,
  table: Table,
  task_card: TaskCard,
  video: Video,
};

function Unknown({ block }) {
  return h("p", { class: "unknown" }, `A block of type “${block.type}” is not shown here.`);
}

/** Blocks in order, keyed by block_id, so that input survives an update of the other blocks. */
export function Blocks({ blocks }) {
  return h(
    "div",
    { class: "blocks" },
    (blocks ?? []).map((block, i) =>
      h(Object.hasOwn(BLOCKS, block.type) ? BLOCKS[block.type] : Unknown, { block, key: block.block_id ?? i }),
    ),
  );
}
