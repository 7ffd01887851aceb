// The data_visualization block: pie, bar, line and area charts, each with its numbers in words beside it.
import { h } from "preact";

const WIDTH = 320;
const HEIGHT = 120;
const FULL_CIRCLE = 100;

const sum = numbers => numbers.reduce((total, number) => total + number, 0);

/** One slice after the other, as strokes of a circle whose circumference is 100. */
function Pie({ segments }) {
  const total = sum(segments.map(segment => segment.value)) || 1;
  let begun = 0;
  const slices = segments.map((segment, i) => {
    const share = (segment.value / total) * FULL_CIRCLE;
    const slice = h("circle", {
      class: `slice series-${i}`,
      cx: 21,
      cy: 21,
      r: 15.915,
      "stroke-dasharray": `${share} ${FULL_CIRCLE - share}`,
      "stroke-dashoffset": 25 - begun,
    });
    begun += share;
    return slice;
  });
  return h("svg", { class: "chart chart-pie", viewBox: "0 0 42 42", "aria-hidden": "true" }, slices);
}

function Bars({ series, step, y }) {
  const width = (step * 0.8) / series.length;
  return series.map((one, i) =>
    one.data.map((point, at) =>
      h("rect", {
        class: `bar series-${i}`,
        x: at * step + step * 0.1 + i * width,
        y: y(point.value),
        width,
        height: HEIGHT - y(point.value),
      }),
    ),
  );
}

function Lines({ series, step, y, filled }) {
  return series.map((one, i) => {
    const points = one.data.map((point, at) => `${(at + 0.5) * step},${y(point.value)}`);
    const last = (one.data.length - 0.5) * step;
    return [
      filled && h("polygon", { class: `area series-${i}`, points: [`${step / 2},${HEIGHT}`, ...points, `${last},${HEIGHT}`].join(" ") }),
      h("polyline", { class: `line series-${i}`, points: points.join(" ") }),
    ];
  });
}

/** Lines, areas or groups of bars over the same categories. */
function Axes({ chart }) {
  const count = Math.max(1, ...chart.series.map(one => one.data.length));
  const top = Math.max(1, ...chart.series.flatMap(one => one.data.map(point => point.value)));
  const y = value => HEIGHT - (Math.max(0, value) / top) * (HEIGHT - 4);
  const props = { series: chart.series, step: WIDTH / count, y };
  return h(
    "svg",
    { class: "chart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    chart.type === "bar" ? h(Bars, props) : h(Lines, { ...props, filled: chart.type === "area" }),
  );
}

const Swatch = ({ at }) => h("span", { class: `swatch series-${at}`, "aria-hidden": "true" });

function SegmentList({ segments }) {
  return h(
    "ul",
    { class: "legend" },
    segments.map((segment, i) => h("li", null, h(Swatch, { at: i }), `${segment.label}: ${segment.value}`)),
  );
}

function SeriesTable({ chart }) {
  const { categories = [], x_label: label = "" } = chart.axis_config ?? {};
  const valueAt = (one, category) => one.data.find(point => point.label === category)?.value ?? "";
  return h(
    "div",
    { class: "table", tabIndex: 0, role: "group", "aria-label": "Numbers of the chart" },
    h(
      "table",
      null,
      h("thead", null, h("tr", null, h("th", { scope: "col" }, label || "Category"), chart.series.map((one, i) => h("th", { scope: "col" }, h(Swatch, { at: i }), one.name)))),
      h("tbody", null, categories.map(category => h("tr", null, h("th", { scope: "row" }, category), chart.series.map(one => h("td", null, valueAt(one, category)))))),
    ),
  );
}

export function DataVisualization({ block }) {
  const chart = block.chart ?? {};
  const pie = chart.type === "pie";
  return h(
    "figure",
    { class: "visualization" },
    h("figcaption", null, h("b", null, block.title), chart.axis_config?.y_label && h("span", { class: "quiet" }, ` ${chart.axis_config.y_label}`)),
    pie ? h(Pie, { segments: chart.segments ?? [] }) : h(Axes, { chart: { ...chart, series: chart.series ?? [] } }),
    pie ? h(SegmentList, { segments: chart.segments ?? [] }) : h(SeriesTable, { chart: { ...chart, series: chart.series ?? [] } }),
  );
}
