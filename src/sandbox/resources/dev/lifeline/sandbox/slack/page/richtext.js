// The rich_text block: nothing is parsed, because every element has a type.
import { h } from "preact";
import { emojiOf } from "./emoji.js";
import { Broadcast, Channel, DateText, Group, Link, Person } from "./mentions.js";

const STYLE_TAGS = { code: "code", bold: "b", italic: "i", strike: "s", underline: "u" };

function styled(style, content) {
  return Object.keys(STYLE_TAGS)
    .filter(name => style?.[name])
    .reduce((inside, name) => h(STYLE_TAGS[name], null, inside), content);
}

const PIECES = {
  text: piece => piece.text,
  link: piece => h(Link, { url: piece.url }, piece.text || piece.url),
  emoji: piece => emojiOf(piece.name) ?? `:${piece.name}:`,
  user: piece => h(Person, { id: piece.user_id }),
  channel: piece => h(Channel, { id: piece.channel_id }),
  usergroup: piece => h(Group, { id: piece.usergroup_id }),
  broadcast: piece => h(Broadcast, { range: piece.range }),
  color: piece => h("code", null, piece.value),
  date: piece =>
    h(DateText, { seconds: piece.timestamp, format: piece.format ?? "", fallback: piece.fallback, url: piece.url }),
};

const pieces = elements =>
  (elements ?? []).map(piece => styled(piece.style, PIECES[piece.type]?.(piece) ?? `[${piece.type}]`));

const PARTS = {
  rich_text_section: part => h("p", null, pieces(part.elements)),
  rich_text_preformatted: part => h("pre", null, pieces(part.elements)),
  rich_text_quote: part => h("blockquote", null, pieces(part.elements)),
  rich_text_list: part =>
    h(
      part.style === "ordered" ? "ol" : "ul",
      { style: { marginInlineStart: `${(part.indent ?? 0) * 1.5}em` }, start: (part.offset ?? 0) + 1 },
      part.elements.map(item => h("li", null, pieces(item.elements))),
    ),
};

export function RichText({ block }) {
  return h("div", { class: "text rich-text" }, (block.elements ?? []).map(part => PARTS[part.type]?.(part)));
}
