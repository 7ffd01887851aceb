import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { APP_DM, HOME } from "./address.js";
import { listen, readSight, readWorld } from "./server.js";

/** Bursts of changes within this time are read once. */
const COALESCE_MS = 60;
const RETRY_MS = 2000;

/**
 * Calls `read` when asked, never twice at once: askings during a reading lead to one more reading after it.
 * A failed reading is tried again until it works.
 */
function useCoalesced(read) {
  const latest = useRef(read);
  latest.current = read;
  const state = useRef({ timer: null, reading: false, again: false });
  useEffect(() => () => clearTimeout(state.current.timer), []);
  return useCallback(() => {
    const now = state.current;
    const run = async () => {
      now.timer = null;
      now.reading = true;
      now.again = false;
      const done = await latest.current();
      now.reading = false;
      if (now.again || !done) now.timer ??= setTimeout(run, done ? COALESCE_MS : RETRY_MS);
    };
    now.again = true;
    if (!now.reading) now.timer ??= setTimeout(run, COALESCE_MS);
  }, []);
}

/** What the person sees in the channel right now, kept fresh; `sight` is null until it was read once. */
export function useLive({ person, channel }) {
  const [world, setWorld] = useState(null);
  const [seen, setSeen] = useState({ key: null, sight: null, refusal: null });
  const [away, setAway] = useState(false);
  const [unread, setUnread] = useState(() => new Set());
  const where = channel === HOME ? APP_DM : channel;
  const key = `${person} ${where}`;
  const current = useRef();
  current.current = { key, person, where };

  const refresh = useCoalesced(async () => {
    const asked = current.current;
    const keep = found => asked.key === current.current.key && setSeen({ key: asked.key, ...found });
    try {
      keep({ sight: await readSight(asked.person, asked.where), refusal: null });
      setAway(false);
    } catch (problem) {
      if (problem.status === undefined) {
        setAway(true);
        return false;
      }
      keep({ sight: null, refusal: problem.message });
    }
    return asked.key === current.current.key;
  });

  const refreshWorld = useCoalesced(async () => {
    const read = await readWorld().catch(() => null);
    if (read) setWorld(read);
    return read !== null;
  });

  const names = useCallback(
    changed => {
      const channelOf = world?.channels.find(one => one.id === changed || one.name === changed);
      return channelOf?.name ?? changed;
    },
    [world],
  );
  const latestNames = useRef(names);
  latestNames.current = names;

  // Without waiting for the stream: it is refused to somebody whom the world does not know.
  useEffect(refreshWorld, []);

  useEffect(() => {
    setUnread(new Set());
    const heard = changed => {
      const name = latestNames.current(changed);
      const here = latestNames.current(current.current.where);
      if (changed === null) refreshWorld();
      if (changed === null || name === here || here === APP_DM) refresh();
      if (changed !== null && name !== here) setUnread(marked => new Set(marked).add(name));
    };
    return listen(person, heard, present => {
      setAway(!present);
      if (!present) return;
      refreshWorld();
      refresh();
    });
  }, [person]);

  useEffect(() => {
    refresh();
    setUnread(marked => new Set([...marked].filter(name => name !== where)));
  }, [key]);

  const shown = seen.key === key ? seen : { sight: null, refusal: null };
  return { world, sight: shown.sight, refusal: shown.refusal, away, unread, refresh };
}
