// The canvases of a channel: documents that are tabs of it.
import { h } from "preact";
import { useState } from "preact/hooks";
import { Dialog } from "./dialogs.js";
import { Icon } from "./icons.js";
import { Markdown } from "./markdown.js";

function Canvas({ canvas, close }) {
  return h(
    Dialog,
    { class: "modal", "aria-label": canvas.title, onClose: close },
    h(
      "div",
      { class: "canvas" },
      h(
        "header",
        { class: "modal-head" },
        h("h2", null, canvas.title),
        h("button", { type: "button", class: "icon-button", "aria-label": "Close the canvas", onClick: close }, h(Icon, { name: "close" })),
      ),
      h("div", { class: "modal-body", tabIndex: 0, role: "region", "aria-label": "Text of the canvas" }, h(Markdown, { block: { text: canvas.markdown } })),
    ),
  );
}

export function CanvasTabs({ canvases }) {
  const [open, setOpen] = useState(null);
  if (!canvases?.length) return null;
  return h(
    "nav",
    { class: "canvases", "aria-label": "Canvases" },
    canvases.map(canvas =>
      h("button", { type: "button", class: "canvas-tab", onClick: () => setOpen(canvas) }, h(Icon, { name: "page" }), h("span", null, canvas.title || "Untitled")),
    ),
    open && h(Canvas, { canvas: open, close: () => setOpen(null) }),
  );
}
