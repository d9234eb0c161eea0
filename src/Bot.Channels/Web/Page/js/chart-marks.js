import { svg } from './svg.js';

/** What sets a point apart besides its place: s0…s5 by series, target, unclear, partial. */
export const classOf = (point, series) =>
  ['mark', `s${series % 6}`, `is-${point.status}`, point.partial ? 'is-partial' : ''].filter(Boolean).join(' ');

const shapes = [
  (x, y, r) => svg('circle', { cx: x, cy: y, r }),
  (x, y, r) => svg('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r }),
  (x, y, r) => svg('path', { d: `M${x} ${y - r * 1.2}L${x + r * 1.15} ${y + r * 0.9}H${x - r * 1.15}Z` }),
  (x, y, r) => svg('path', { d: `M${x} ${y - r * 1.3}L${x + r * 1.3} ${y}L${x} ${y + r * 1.3}L${x - r * 1.3} ${y}Z` }),
];

/** A point's mark: filled for results, hollow for plans, ringed for part of a year. */
export function pointMark(point, series, x, y) {
  return svg('g', { class: classOf(point, series) },
    point.partial ? svg('circle', { class: 'ring', cx: x, cy: y, r: 8.5 }) : null,
    shapes[series % shapes.length](x, y, 4.5));
}

/** A mark as the legend shows it: a series', or, for what any series may have, one of no colour. */
export const sample = (point, series = null) =>
  svg('svg', { class: series === null ? 'sample is-neutral' : 'sample', width: 22, height: 20, viewBox: '0 0 22 20', 'aria-hidden': 'true' }, pointMark(point, series ?? 0, 11, 10));
