// Times in Slack's formats, in the user's language and zone. A message's ts is "seconds.counter" since 1970.

const DAY_MS = 86_400_000;

export const msOf = ts => Math.floor(Number(ts) * 1000);

function format(viewer, ms, shape) {
  return new Intl.DateTimeFormat(viewer.locale || "en-US", { timeZone: viewer.tz || undefined, ...shape }).format(ms);
}

/** The calendar day in the user's zone, for comparison. */
export const dayKey = (viewer, ms) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: viewer.tz || undefined }).format(ms);

export const clock = (viewer, ms) => format(viewer, ms, { hour: "numeric", minute: "2-digit" });

export const fullTime = (viewer, ms) => format(viewer, ms, { dateStyle: "full", timeStyle: "long" });

function relativeDay(viewer, ms) {
  const dayOffset = [-1, 0, 1].find(days => dayKey(viewer, ms) === dayKey(viewer, Date.now() + days * DAY_MS));
  if (dayOffset === undefined) return null;
  return new Intl.RelativeTimeFormat(viewer.locale || "en-US", { numeric: "auto" }).format(dayOffset, "day");
}

const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

/** A day's heading in a conversation. */
export const dayHeading = (viewer, ms) =>
  capital(relativeDay(viewer, ms) ?? format(viewer, ms, { weekday: "long", day: "numeric", month: "long" }));

function ago(viewer, ms) {
  const seconds = Math.round((ms - Date.now()) / 1000);
  const relative = new Intl.RelativeTimeFormat(viewer.locale || "en-US", { numeric: "auto" });
  const steps = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return relative.format(Math.trunc(seconds / size), unit);
}

const LONG = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
const MEDIUM = { day: "numeric", month: "long", year: "numeric" };
const SHORT = { day: "numeric", month: "short", year: "numeric" };

/** The tokens of Slack's <!date^…> (docs: Formatting message text, date formatting). */
const TOKENS = {
  date_num: (viewer, ms) => dayKey(viewer, ms),
  date_slash: (viewer, ms) => format(viewer, ms, { day: "2-digit", month: "2-digit", year: "numeric" }),
  date: (viewer, ms) => format(viewer, ms, MEDIUM),
  date_short: (viewer, ms) => format(viewer, ms, SHORT),
  date_long: (viewer, ms) => format(viewer, ms, LONG),
  date_pretty: (viewer, ms) => relativeDay(viewer, ms) ?? format(viewer, ms, MEDIUM),
  date_short_pretty: (viewer, ms) => relativeDay(viewer, ms) ?? format(viewer, ms, SHORT),
  date_long_pretty: (viewer, ms) => relativeDay(viewer, ms) ?? format(viewer, ms, LONG),
  day_divider_pretty: (viewer, ms) => relativeDay(viewer, ms) ?? format(viewer, ms, LONG),
  time: clock,
  time_secs: (viewer, ms) => format(viewer, ms, { hour: "numeric", minute: "2-digit", second: "2-digit" }),
  ago,
};

/** "{date_short_pretty} at {time}" for a time in seconds; null where a token is unknown, so that the fallback is shown. */
export function formatDate(viewer, seconds, format) {
  const ms = Number(seconds) * 1000;
  const names = [...format.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
  if (!Number.isFinite(ms) || names.some(name => !TOKENS[name])) return null;
  return format.replace(/\{(\w+)\}/g, (_, name) => TOKENS[name](viewer, ms));
}
