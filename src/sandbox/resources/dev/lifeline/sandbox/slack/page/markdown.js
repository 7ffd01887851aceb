// The markdown block: headings, lists, quotes, fences and emphasis of standard Markdown; nothing else is supported.
import { h } from "preact";
import { withEmoji } from "./emoji.js";
import { Link } from "./mentions.js";

const INLINE = /`([^`]+)`|\*\*(.+?)\*\*|__(.+?)__|(?<![\w*])\*(\S.*?)\*(?!\w)|(?<!\w)_(\S.*?)_(?!\w)|~~(.+?)~~|\[([^\]]+)\]\(([^)\s]+)\)/g;

function inline(text) {
  const out = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    out.push(withEmoji(text.slice(end, found.index)), element(found));
    end = found.index + found[0].length;
  }
  return [...out, withEmoji(text.slice(end))];
}

function element([, code, bold, strong, italic, emphasis, strike, label, url]) {
  if (code !== undefined) return h("code", null, code);
  if (label !== undefined) return h(Link, { url }, inline(label));
  if (strike !== undefined) return h("s", null, inline(strike));
  return (bold ?? strong) !== undefined ? h("b", null, inline(bold ?? strong)) : h("i", null, inline(italic ?? emphasis));
}

/** The kinds of lines, by their beginning; adjacent lines of one kind form one element. */
const KINDS = [
  { mark: /^#{1,6} +/, alone: true, make: ([line]) => h("p", { class: "markdown-heading" }, inline(line)) },
  { mark: /^(?:-{3,}|\*{3,})$/, alone: true, make: () => h("hr") },
  { mark: /^[-*+] +/, make: lines => h("ul", null, items(lines)) },
  { mark: /^\d+[.)] +/, make: lines => h("ol", null, items(lines)) },
  { mark: /^> ?/, make: lines => h("blockquote", null, inline(lines.join("\n"))) },
  { mark: /^\s*$/, make: () => null },
  { mark: /^/, make: lines => h("p", null, inline(lines.join("\n"))) },
];

const items = lines => lines.map(line => h("li", null, inline(line)));

function chunks(text) {
  const groups = [];
  for (const line of text.split("\n")) {
    const kind = KINDS.find(({ mark }) => mark.test(line));
    const last = groups.at(-1);
    const bare = line.replace(kind.mark, "");
    if (last?.kind === kind && !kind.alone) last.lines.push(bare);
    else groups.push({ kind, lines: [bare] });
  }
  return groups.map(({ kind, lines }) => kind.make(lines));
}

export function Markdown({ block }) {
  const fenced = (block.text ?? "").split(/^```[^\n]*\n?([\s\S]*?)\n?^```$/m);
  return h(
    "div",
    { class: "text rich-text" },
    fenced.map((part, i) => (i % 2 === 1 ? h("pre", null, part) : chunks(part))),
  );
}
