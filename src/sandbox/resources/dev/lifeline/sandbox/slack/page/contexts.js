import { createContext } from "preact";

/** The world and who looks at it: {world, viewer, person(ref), channel(ref), group(id)}. Names and times are worded from it. */
export const Workspace = createContext(null);

/**
 * What the blocks around an element stand on: a message, a modal or the Home tab.
 * {press(element, block, value), ask(element, block, query), values: Map of what its fields hold, errors: {block_id: text}}.
 */
export const Surface = createContext(null);

/** Puts a confirmation dialog to the person: confirm(confirmObject) resolves to true or false. */
export const Confirming = createContext(async () => true);
