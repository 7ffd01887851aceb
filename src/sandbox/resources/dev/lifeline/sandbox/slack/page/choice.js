import { useContext, useEffect, useState } from "preact/hooks";
import { Surface } from "./contexts.js";
import { initialOf, keyOf } from "./inputs.js";

/**
 * An element's value and how to change it. In an input block the value waits for the submission; anywhere else, and
 * where the input dispatches, the app hears of it at once. A refused confirmation puts the old value back.
 */
export function useChoice(element, block) {
  const { press, values } = useContext(Surface);
  const key = keyOf(block, element);
  const [value, setValue] = useState(() => (values.has(key) ? values.get(key) : initialOf(element)));
  useEffect(() => {
    values.set(key, value);
  }, [key, value]);
  const dispatches = block.type !== "input" || block.dispatch_action === true;
  const tell = async (chosen, before) => {
    if (!(await press(element, block, chosen))) setValue(before);
  };
  const choose = chosen => {
    setValue(chosen);
    if (dispatches) tell(chosen, value);
  };
  return { value, choose, setValue, tell: dispatches ? tell : async () => {} };
}
