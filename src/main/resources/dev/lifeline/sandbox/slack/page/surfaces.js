import { useCallback, useContext, useMemo, useRef, useState } from "preact/hooks";
import { Confirming } from "./contexts.js";
import { plain } from "./text.js";

/** Where an element's choice is kept while the surface stands; a new block_id starts afresh, as in Slack. */
export const keyOf = (block, element) => `${block.block_id ?? ""}/${element.action_id ?? ""}`;

/** How the pretend Slack finds what is pressed: by action_id, else by the label. */
const nameOf = element => element.action_id ?? plain(element.text) ?? plain(element.placeholder);

/**
 * What the elements of a message, a modal or the Home tab may do. `send` takes a deed and answers what Slack answers;
 * `problem` is what Slack tells the person when the app did not take a press.
 */
export function useSurface(send, errors) {
  const confirm = useContext(Confirming);
  const [problem, setProblem] = useState(null);
  const values = useRef(new Map()).current;
  const latest = useRef(send);
  latest.current = send;

  const press = useCallback(async (element, block, value) => {
    if (element.confirm && !(await confirm(element.confirm))) return false;
    setProblem(null);
    try {
      const answer = await latest.current({ presses: nameOf(element), block: block.block_id, value });
      if (!answer.acked) setProblem(answer.shown ?? "The app did not respond in time.");
    } catch (refused) {
      setProblem(refused.message);
    }
    return true;
  }, [confirm]);

  const ask = useCallback(async (element, block, query) => {
    const answer = await latest.current({ asks: element.action_id, block: block.block_id, query });
    const groups = answer.ack?.option_groups ?? [];
    return [...(answer.ack?.options ?? []), ...groups.flatMap(group => group.options)];
  }, []);

  const surface = useMemo(() => ({ press, ask, values, errors }), [press, ask, values, errors]);
  return { surface, problem, setProblem };
}
