import { createContext } from "preact";

/** The workspace and the user of this page: {world, viewer, person(ref), channel(ref), group(id)}. */
export const Workspace = createContext(null);

/**
 * The surface of the blocks around an element: a message, a modal or the Home tab.
 * {press(element, block, value), ask(element, block, query), values: Map of its field values, errors: {block_id: text}}.
 */
export const Surface = createContext(null);

/** Shows a confirmation dialog: confirm(confirmObject) resolves to true or false. */
export const ConfirmContext = createContext(async () => true);
