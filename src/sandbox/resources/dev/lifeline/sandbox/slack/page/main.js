import { h, render } from "preact";
import { Page } from "./page.js";

render(h(Page), document.getElementById("page"));
