// The plan and task_card blocks: what an app is doing, step by step.
import { h } from "preact";
import { Link } from "./mentions.js";
import { RichText } from "./richtext.js";
import { plain } from "./text.js";

const STATUS = {
  pending: { mark: "○", word: "to do" },
  in_progress: { mark: "◐", word: "in progress" },
  complete: { mark: "✓", word: "done" },
  error: { mark: "!", word: "failed" },
};

const words = text => (typeof text === "string" ? text : plain(text));

export function TaskCard({ block }) {
  const status = STATUS[block.status] ? block.status : "pending";
  return h(
    "div",
    { class: `task task-${status}` },
    h("span", { class: "task-mark", "aria-hidden": "true" }, STATUS[status].mark),
    h(
      "div",
      null,
      h("span", { class: "task-title" }, words(block.title)),
      h("span", { class: "sr-only" }, ` (${STATUS[status].word})`),
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
    h("b", null, words(block.title)),
    (block.tasks ?? []).map(task => h(TaskCard, { block: task, key: task.task_id })),
  );
}
