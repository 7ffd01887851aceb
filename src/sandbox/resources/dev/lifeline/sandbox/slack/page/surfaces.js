import { useCallback, useContext, useMemo, useRef, useState } from "preact/hooks";
import { ConfirmContext } from "./contexts.js";
import { storedValues, unsentInputs } from "./inputs.js";
import { plain } from "./text.js";

/** The name by which the fake Slack finds an element: its action_id, else its label. */
const nameOf = element => element.action_id ?? plain(element.text ?? element.placeholder);

/** The values of a surface's fields (`values`), and those that were sent to Slack (`sent`); both survive a re-render. */
function useFieldValues(view) {
  const fields = useRef();
  fields.current ??= { values: new Map(storedValues(view)), sent: new Map(storedValues(view)) };
  return fields.current;
}

/**
 * What the elements of a message, a modal or the Home tab (`view`, for its blocks) can do. `send` takes an action and
 * returns Slack's response; `problem` is what Slack shows when the app did not acknowledge a click.
 */
export function useSurface(view, send, errors) {
  const confirm = useContext(ConfirmContext);
  const [problem, setProblem] = useState(null);
  const { values, sent } = useFieldValues(view);
  const latest = useRef();
  latest.current = { view, send };

  // A click carries the state of all fields around it, so typed values are sent before it.
  const sendInputs = useCallback(async () => {
    const waiting = unsentInputs(latest.current.view.blocks, values, sent).filter(({ block }) => !block.dispatch_action);
    for (const { key, name, value } of waiting) {
      await latest.current.send({ presses: name, value });
      sent.set(key, value);
    }
  }, []);

  const press = useCallback(async (element, block, value) => {
    if (element.confirm && !(await confirm(element.confirm))) return false;
    setProblem(null);
    try {
      await sendInputs();
      const answer = await latest.current.send({ presses: nameOf(element), block: block.block_id, value });
      setProblem(answer.shown ?? null);
    } catch (error) {
      setProblem(error.message);
    }
    return true;
  }, [confirm]);

  const ask = useCallback(async (element, block, query) => {
    const { ack, shown } = await latest.current.send({ asks: element.action_id, block: block.block_id, query });
    if (shown) throw new Error(shown);
    return [...(ack?.options ?? []), ...(ack?.option_groups ?? []).flatMap(group => group.options)];
  }, []);

  const surface = useMemo(() => ({ press, ask, values, errors }), [press, ask, values, errors]);
  return { surface, sent, problem, setProblem };
}
