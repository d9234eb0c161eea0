import { placeLabels } from './chart-labels.js';
import { pointMark } from './chart-marks.js';
import { timeSlots, valueScale } from './chart-scale.js';
import { svg, widthOf } from './svg.js';

const size = 13;
const labelHeight = 19;
const markerRoom = 26;
const taller = 60;

/** Draws series over time. Gives { parts, height, labels, isFromZero }; a label is { point, left, top, width }. */
export function lines(chart, width, height = 320) {
  const slots = timeSlots(chart.series);
  const scale = valueScale(chart.series.flatMap(({ points }) => points.map(({ value }) => value)), { fromZero: false, count: 4 });
  const left = Math.max(...scale.ticks.map(({ text }) => widthOf(text, size))) + 12;
  const frame = { left, right: width - 10, top: 46, bottom: height - 52 };
  const step = (frame.right - frame.left) / slots.length;
  const x = (period) => frame.left + (slots.findIndex((slot) => slot.period === period) + 0.5) * step;
  const y = (value) => frame.bottom - scale.part(value) * (frame.bottom - frame.top);

  const placed = chart.series.map(({ points }, series) => points.map((point) => (
    { point, series, x: x(point.period), y: y(point.value), width: widthOf(point.written, size) + markerRoom })));
  const segments = placed.flatMap((points) => points.slice(1).map((to, index) => (
    { from: points[index], to, x1: points[index].x, y1: points[index].y, x2: to.x, y2: to.y })));
  const all = placed.flat();
  const boxes = placeLabels(all, segments, { left: frame.left, right: width - 2, top: 20, bottom: frame.bottom + 4 }, labelHeight);
  // Where labels don't fit, a higher chart has the room.
  if (boxes.some(({ isCrowded }) => isCrowded) && height < 320 + 5 * taller) return lines(chart, width, height + taller);

  return {
    height,
    isFromZero: scale.low <= 0,
    labels: all.map((each, index) => ({ ...each, ...boxes[index] })),
    parts: [
      ...scale.ticks.map(({ value, text }) => svg('g', { class: 'tick' },
        svg('line', { x1: frame.left, x2: frame.right, y1: y(value), y2: y(value), class: value === 0 ? 'zero' : null }),
        svg('text', { x: frame.left - 6, y: y(value) + 4.5, 'text-anchor': 'end', text }))),
      ...slots.map((slot, index) => timeLabel(slot, frame.left + (index + 0.5) * step, frame.bottom, step)),
      ...segments.map(({ from, to, x1, y1, x2, y2 }) => svg('line', {
        x1, y1, x2, y2, class: `path s${to.series % 6}${[from, to].some(({ point }) => point.status !== 'achieved') ? ' is-dashed' : ''}`,
      })),
      ...all.map((each, index) => (boxes[index].isFar ? leader(each, boxes[index]) : null)),
      ...all.map(({ point, series, x: atX, y: atY }) => pointMark(point, series, atX, atY)),
    ].filter(Boolean),
  };
}

const leader = (point, box) => svg('line', {
  class: `leader s${point.series % 6}`,
  x1: point.x,
  x2: point.x,
  y1: point.y,
  y2: box.top > point.y ? box.top : box.top + box.height,
});

// In lines as narrow as the slot: 2019年 over 1—11月.
function timeLabel(slot, x, top, room) {
  const label = room < 46 ? slot.label.replace(/年(?=\d)/, '年\n').replace(/^(\d{4})年?$/, '$1') : slot.label;
  const rows = widthOf(label, size) > room ? label.split(/\n|(?<=年)(?=\d)|(?<=[—–-])(?=\d{4})/) : [label.replace('\n', '')];
  return svg('text', { class: slot.period ? 'time' : 'time is-missing', x, y: top + 20, 'text-anchor': 'middle' },
    ...rows.map((text, row) => svg('tspan', { x, dy: row ? 16 : 0, text })));
}
