import { useContext, useEffect, useState } from "preact/hooks";
import { Surface } from "./contexts.js";
import { initialOf, keyOf } from "./inputs.js";

/**
 * An element's value and how to change it. In an input block the value is sent with the submission; elsewhere, and where
 * the input dispatches, it is sent at once. A denied confirmation restores the old value.
 */
export function useElementValue(element, block) {
  const { press, values } = useContext(Surface);
  const key = keyOf(block, element);
  const [value, setValue] = useState(() => (values.has(key) ? values.get(key) : initialOf(element)));
  useEffect(() => {
    values.set(key, value);
  }, [key, value]);
  const dispatches = block.type !== "input" || block.dispatch_action === true;
  const dispatch = async (chosen, before) => {
    if (!(await press(element, block, chosen))) setValue(before);
  };
  const choose = chosen => {
    setValue(chosen);
    if (dispatches) dispatch(chosen, value);
  };
  return { value, choose, setValue, dispatch: dispatches ? dispatch : async () => {} };
}
