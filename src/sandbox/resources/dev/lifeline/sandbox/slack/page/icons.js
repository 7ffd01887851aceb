// Line icons drawn on a 20 by 20 grid; always beside text or inside a labelled button, so they are hidden from screen readers.
import { h } from "preact";

const PATHS = {
  back: "M12 4l-6 6 6 6",
  bolt: "M11 2L4 11h5l-1 7 7-9h-5z",
  chevron: "M5 8l5 5 5-5",
  close: "M5 5l10 10M15 5L5 15",
  down: "M10 4v12M5 11l5 5 5-5",
  dots: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  eye: "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12a2 2 0 100-4 2 2 0 000 4z",
  hash: "M8 3L6 17M14 3l-2 14M3.5 7.5h14M2.5 12.5h14",
  home: "M3 9.5L10 3l7 6.5V17h-5v-5H8v5H3z",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 016 0V9",
  menu: "M3 5h14M3 10h14M3 15h14",
  page: "M5 2h7l4 4v12H5zM12 2v4h4M8 10h5M8 13h5",
  pencil: "M4 16l1-4 8-8 3 3-8 8-4 1z",
  send: "M3 3l15 7-15 7 3-7zM6 10h6",
  shared: "M8 12l4-4M7 9l-2.5 2.5a2.8 2.8 0 004 4L11 13M13 11l2.5-2.5a2.8 2.8 0 00-4-4L9 7",
  thread: "M3 4h14v9H9l-4 3v-3H3z",
  warning: "M10 3l8 14H2zM10 8v4M10 14.5h.01",
};

export function Icon({ name }) {
  return h(
    "svg",
    { class: `icon icon-${name}`, viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" },
    h("path", { d: PATHS[name] }),
  );
}
