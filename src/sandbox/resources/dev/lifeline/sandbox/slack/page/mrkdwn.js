// Renders Slack's mrkdwn as elements. Text goes into text nodes only and is never parsed as HTML.
import { Fragment, h } from "preact";
import { SHORT_NAME, emojiOf } from "./emoji.js";
import { Broadcast, Channel, DateText, Group, Link, Person } from "./mentions.js";

const FENCE = /```\n?([\s\S]*?)\n?```/g;

/** Code, a <token>, a styled run (its marks must not touch letters or digits outside), or an emoji's short name. */
const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "<(?<token>[^<>\\n]+)>",
    "(?<![\\p{L}\\p{N}*_~`])(?<mark>[*_~])(?=[^\\s*_~]|[*_~<`:])(?<run>[^\\n]*?[^\\s])\\k<mark>(?![\\p{L}\\p{N}*_~])",
    SHORT_NAME.source.replace("(", "(?<emoji>"),
  ].join("|"),
  "gu",
);

const TAGS = { "*": "b", _: "i", "~": "s" };

/** The only three characters that Slack escapes (docs: Formatting message text). */
export const unescape = text => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

/** Splits by a global pattern: between(text) for what lies between the matches, found(match) for each of them. */
function pieces(text, pattern, between, found) {
  const out = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) out.push(between(text.slice(end, match.index)));
    out.push(found(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) out.push(between(text.slice(end)));
  return out;
}

/** <@U1>, <#C1|name>, <!here>, <!subteam^S1|@leads>, <!date^…|fallback>, <https://…|label>. */
function token(content) {
  const bar = content.indexOf("|");
  const body = unescape(bar < 0 ? content : content.slice(0, bar));
  const label = bar < 0 ? undefined : unescape(content.slice(bar + 1));
  if (body.startsWith("@")) return h(Person, { id: body.slice(1), label });
  if (body.startsWith("#")) return h(Channel, { id: body.slice(1), label });
  if (body.startsWith("!")) return special(body.slice(1), label);
  return h(Link, { url: body }, label ?? body.replace(/^mailto:/, ""));
}

function special(body, label) {
  const [kind, first, second, url] = body.split("^");
  if (kind === "date") return h(DateText, { seconds: first, format: second ?? "", fallback: label, url });
  if (kind === "subteam") return h(Group, { id: first, label });
  return h(Broadcast, { range: label ?? kind });
}

function inline(text) {
  return pieces(text, INLINE, unescape, ({ 0: whole, groups }) => {
    if (groups.code !== undefined) return h("code", null, unescape(groups.code));
    if (groups.token !== undefined) return token(groups.token);
    if (groups.mark !== undefined) return h(TAGS[groups.mark], null, inline(groups.run));
    return emojiOf(groups.emoji) ?? whole;
  });
}

/** Lines; adjacent lines that begin with ">" form one quotation. */
function lines(text) {
  return pieces(
    text,
    /(?:^|(?<=\n))(?:&gt;|>) ?[^\n]*(?:\n(?:&gt;|>) ?[^\n]*)*\n?/g,
    inline,
    ({ 0: quoted }) => h("blockquote", null, inline(quoted.replace(/(^|\n)(?:&gt;|>) ?/g, "$1").replace(/\n$/, ""))),
  );
}

/** Text in Slack's mrkdwn; line breaks are kept by the style sheet. */
export function Mrkdwn({ text }) {
  const parts = pieces(text ?? "", FENCE, between => lines(between.replace(/^\n|\n$/g, "")), ({ 1: code }) =>
    h("pre", null, unescape(code)),
  );
  return h(Fragment, null, parts);
}
