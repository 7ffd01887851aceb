// The plan and task_card blocks: the steps of what an app does.
import { h } from "preact";
import { Link } from "./mentions.js";
import { RichText } from "./richtext.js";
import { plain } from "./text.js";

const STATUS = {
  pending: { mark: "○", label: "to do" },
  in_progress: { mark: "◐", label: "in progress" },
  complete: { mark: "✓", label: "done" },
  error: { mark: "!", label: "failed" },
};

const textOf = text => (typeof text === "string" ? text : plain(text));

export function TaskCard({ block }) {
  const status = STATUS[block.status] ? block.status : "pending";
  return h(
    "div",
    { class: `task task-${status}` },
    h("span", { class: "task-mark", "aria-hidden": "true" }, STATUS[status].mark),
    h(
      "div",
      null,
      h("span", { class: "task-title" }, textOf(block.title)),
      h("span", { class: "sr-only" }, ` (${STATUS[status].label})`),
      block.details && h(RichText, { block: block.details }),
      block.output && h(RichText, { block: block.output }),
      (block.sources ?? []).map(source => h(Link, { url: source.url }, source.text)),
    ),
  );
}

export function Plan({ block }) {
  return h(
    "div",
    { class: "plan" },
    h("b", null, textOf(block.title)),
    (block.tasks ?? []).map(task => h(TaskCard, { block: task, key: task.task_id })),
  );
}
