import { useCallback, useContext, useMemo, useRef, useState } from "preact/hooks";
import { Confirming } from "./contexts.js";
import { remembered, untold } from "./inputs.js";
import { plain } from "./text.js";

/** How the pretend Slack finds what is pressed: by action_id, else by the label. */
const nameOf = element => element.action_id ?? plain(element.text ?? element.placeholder);

/** What the fields of a surface hold (`values`), and what of it Slack knows (`told`); both survive a re-render. */
function useHeld(view) {
  const held = useRef();
  held.current ??= { values: new Map(remembered(view)), told: new Map(remembered(view)) };
  return held.current;
}

/**
 * What the elements of a message, a modal or the Home tab (`view`, for its blocks) may do. `send` takes a deed and
 * answers what Slack answers; `problem` is what Slack tells the person when the app did not take a press.
 */
export function useSurface(view, send, errors) {
  const confirm = useContext(Confirming);
  const [problem, setProblem] = useState(null);
  const { values, told } = useHeld(view);
  const latest = useRef();
  latest.current = { view, send };

  // A press carries the state of all fields around it, so what was typed there is handed over before.
  const handOver = useCallback(async () => {
    const waiting = untold(latest.current.view.blocks, values, told).filter(({ block }) => !block.dispatch_action);
    for (const { key, name, value } of waiting) {
      await latest.current.send({ presses: name, value });
      told.set(key, value);
    }
  }, []);

  const press = useCallback(async (element, block, value) => {
    if (element.confirm && !(await confirm(element.confirm))) return false;
    setProblem(null);
    try {
      await handOver();
      const answer = await latest.current.send({ presses: nameOf(element), block: block.block_id, value });
      setProblem(answer.shown ?? null);
    } catch (refused) {
      setProblem(refused.message);
    }
    return true;
  }, [confirm]);

  const ask = useCallback(async (element, block, query) => {
    const { ack, shown } = await latest.current.send({ asks: element.action_id, block: block.block_id, query });
    if (shown) throw new Error(shown);
    return [...(ack?.options ?? []), ...(ack?.option_groups ?? []).flatMap(group => group.options)];
  }, []);

  const surface = useMemo(() => ({ press, ask, values, errors }), [press, ask, values, errors]);
  return { surface, told, problem, setProblem };
}
