// The client of the fake Slack. It uses /sandbox/… only, so the page can do what a program can do there, and no more.

/** The server refused the request; `choices` are the values that it would have accepted. */
export class ApiError extends Error {
  constructor(status, body) {
    super(body.error ?? `The fake Slack answered ${status}.`);
    this.status = status;
    this.choices = body.choices ?? [];
  }
}

async function readResponse(request) {
  const response = await request;
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, body);
  return body;
}

export const readWorld = () => readResponse(fetch("/sandbox/world"));

export const readVisible = (person, channel) =>
  readResponse(fetch(`/sandbox/sees?${new URLSearchParams({ person, channel })}`));

/** Performs a user action; resolves when the app has acknowledged, or after Slack's time-out. */
export const act = action =>
  readResponse(
    fetch("/sandbox/act", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(action),
    }),
  );

const REOPEN_AFTER_MS = 2000;

/**
 * Subscribes to changes of what a user sees. `onChange` receives the channel's name or id, or null for a change outside
 * of channels; `onConnection` receives true when the stream opens and false when it is lost. Returns a function that closes it.
 */
export function listen(person, onChange, onConnection) {
  let stream;
  let timer;
  const open = () => {
    stream = new EventSource(`/sandbox/changes?${new URLSearchParams({ person })}`);
    stream.onopen = () => onConnection(true);
    stream.addEventListener("change", event => onChange(JSON.parse(event.data).channel));
    stream.onerror = () => {
      onConnection(false);
      // The browser reconnects after a lost connection, but not after a response that is not a stream.
      if (stream.readyState === EventSource.CLOSED) timer = setTimeout(open, REOPEN_AFTER_MS);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}
