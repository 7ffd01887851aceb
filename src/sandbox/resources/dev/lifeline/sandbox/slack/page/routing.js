// The user and the channel shown are kept in the URL, so that a link or a test can open them directly:
// /?as=asha&channel=incident-42&thread=1700000000.000100. The app's Home tab is the channel "home".
// A permalink that the Web API gives (/archives/C1/p1700000000000100) leads to the thread of its message.
import { useCallback, useEffect, useState } from "preact/hooks";

export const HOME = "home";
export const APP_DM = "@lifeline";

const PERMALINK = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/;

function fromAddress() {
  const query = new URLSearchParams(location.search);
  const [, channel, seconds, counter] = PERMALINK.exec(location.pathname) ?? [];
  return {
    person: query.get("as") || "asha",
    channel: channel ?? (query.get("channel") || "incident-42"),
    thread: channel ? (query.get("thread_ts") ?? `${seconds}.${counter}`) : query.get("thread"),
  };
}

/** The place shown, and a function that navigates; what is not named stays, but the thread closes. */
export function usePlace() {
  const [place, setPlace] = useState(fromAddress);
  useEffect(() => {
    const back = () => setPlace(fromAddress());
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const go = useCallback(to => {
    const next = { ...fromAddress(), thread: null, ...to };
    const query = new URLSearchParams({ as: next.person, channel: next.channel });
    if (next.thread) query.set("thread", next.thread);
    history.pushState(null, "", `/?${query}`);
    setPlace(next);
  }, []);
  return [place, go];
}
