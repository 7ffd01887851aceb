// The pretend Slack behind this page. It speaks /sandbox/… only: what a program can do there, the page can, and no more.

/** The server understood and said no; `choices` are what could have been asked for instead. */
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer.error ?? `The pretend Slack answered ${status}.`);
    this.status = status;
    this.choices = answer.choices ?? [];
  }
}

async function answered(request) {
  const response = await request;
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, answer);
  return answer;
}

export const readWorld = () => answered(fetch("/sandbox/world"));

export const readSight = (person, channel) =>
  answered(fetch(`/sandbox/sees?${new URLSearchParams({ person, channel })}`));

/** A person does something; resolves when the app has acked, or Slack's time for it is over. */
export const act = deed =>
  answered(
    fetch("/sandbox/act", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(deed),
    }),
  );

const REOPEN_AFTER_MS = 2000;

/**
 * Tells when what a person sees may have changed. `heard` gets the channel's name or id, or null for what belongs to no
 * channel; `present` gets true when the stream is open and false when it is lost. Returns a function that hangs up.
 */
export function listen(person, heard, present) {
  let stream;
  let timer;
  const open = () => {
    stream = new EventSource(`/sandbox/changes?${new URLSearchParams({ person })}`);
    stream.onopen = () => present(true);
    stream.addEventListener("change", event => heard(JSON.parse(event.data).channel));
    stream.onerror = () => {
      present(false);
      // The browser dials again by itself after a cut, but gives up for good after an answer that is not a stream.
      if (stream.readyState === EventSource.CLOSED) timer = setTimeout(open, REOPEN_AFTER_MS);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}
