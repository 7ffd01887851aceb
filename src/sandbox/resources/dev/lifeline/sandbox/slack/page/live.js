import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { APP_DM, HOME } from "./routing.js";
import { listen, readVisible, readWorld } from "./sandboxapi.js";

/** Changes within this time are read once. */
const COALESCE_MS = 60;
const RETRY_MS = 2000;

/**
 * Calls `read` on request, never twice at once: requests during a read lead to one more read after it.
 * A failed read is repeated until it succeeds.
 */
function useCoalesced(read) {
  const latest = useRef(read);
  latest.current = read;
  const state = useRef({ timer: null, reading: false, again: false });
  useEffect(() => () => clearTimeout(state.current.timer), []);
  return useCallback(() => {
    const status = state.current;
    const run = async () => {
      status.timer = null;
      status.reading = true;
      status.again = false;
      const done = await latest.current();
      status.reading = false;
      if (status.again || !done) status.timer ??= setTimeout(run, done ? COALESCE_MS : RETRY_MS);
    };
    status.again = true;
    if (!status.reading) status.timer ??= setTimeout(run, COALESCE_MS);
  }, []);
}

/** What the user sees in the channel, kept up to date; `visible` is null until it was read once. */
export function useLive({ person, channel }) {
  const [world, setWorld] = useState(null);
  const [seen, setSeen] = useState({ key: null, visible: null, errorMessage: null });
  const [disconnected, setDisconnected] = useState(false);
  const [unread, setUnread] = useState(() => new Set());
  const where = channel === HOME ? APP_DM : channel;
  const key = `${person} ${where}`;
  const current = useRef();
  current.current = { key, person, where };

  const refresh = useCoalesced(async () => {
    const requested = current.current;
    const store = result => requested.key === current.current.key && setSeen({ key: requested.key, ...result });
    try {
      store({ visible: await readVisible(requested.person, requested.where), errorMessage: null });
      setDisconnected(false);
    } catch (problem) {
      if (problem.status === undefined) {
        setDisconnected(true);
        return false;
      }
      store({ visible: null, errorMessage: problem.message });
    }
    return requested.key === current.current.key;
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

  // Without waiting for the stream, which is refused to an unknown user.
  useEffect(refreshWorld, []);

  useEffect(() => {
    setUnread(new Set());
    const onChange = changed => {
      const name = latestNames.current(changed);
      const here = latestNames.current(current.current.where);
      if (changed === null) refreshWorld();
      if (changed === null || name === here || here === APP_DM) refresh();
      if (changed !== null && name !== here) setUnread(marked => new Set(marked).add(name));
    };
    return listen(person, onChange, connected => {
      setDisconnected(!connected);
      if (!connected) return;
      refreshWorld();
      refresh();
    });
  }, [person]);

  useEffect(() => {
    refresh();
    setUnread(marked => new Set([...marked].filter(name => name !== where)));
  }, [key]);

  const shown = seen.key === key ? seen : { visible: null, errorMessage: null };
  return { world, visible: shown.visible, errorMessage: shown.errorMessage, disconnected, unread, refresh };
}
