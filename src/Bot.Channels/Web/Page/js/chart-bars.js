import { classOf } from './chart-marks.js';
import { valueScale } from './chart-scale.js';
import { svg, widthOf } from './svg.js';

const size = 13;
const markerRoom = 26;
const least = 290;

/** Draws one bar for each point, lying, so that names of any length fit a phone. Gives what `lines` gives. */
export function bars(chart, width) {
  const rows = chart.series.flatMap(({ name, points }, series) => points.map((point) => ({ name, point, series })));
  const isOneName = chart.series.length === 1;
  const scale = valueScale(rows.map(({ point }) => point.value), { fromZero: true, count: width < 480 ? 3 : 5 });
  const frame = { left: 8, right: width - 14 - Math.max(...rows.map(({ point }) => widthOf(point.written, size))) - markerRoom, top: 26 };
  const rowHeight = Math.max(58, (least - frame.top - 34) / rows.length);
  const bottom = frame.top + rows.length * rowHeight;
  const x = (value) => frame.left + scale.part(value) * (frame.right - frame.left);

  const parts = scale.ticks.map(({ value, text }) => svg('g', { class: 'tick' },
    svg('line', { x1: x(value), x2: x(value), y1: frame.top, y2: bottom, class: value === 0 ? 'zero' : null }),
    svg('text', { x: x(value), y: bottom + 18, 'text-anchor': value === scale.low ? 'start' : 'middle', text })));
  const labels = rows.map(({ name, point, series }, index) => {
    const top = frame.top + index * rowHeight + (rowHeight - 46) / 2;
    const [from, to] = [x(Math.min(0, point.value)), x(Math.max(0, point.value))];
    parts.push(
      svg('text', { class: 'row-name', x: frame.left + 2, y: top + 13, text: isOneName ? point.label : `${name} ${point.label}`.trim() }),
      svg('rect', { class: `${classOf(point, series)} bar`, x: from, y: top + 20, width: Math.max(1, to - from), height: 24 }));
    return { point, series, left: to + 5, top: top + 22.5, width: widthOf(point.written, size) + markerRoom, height: 19 };
  });
  return { height: bottom + 30, isFromZero: true, labels, parts };
}
