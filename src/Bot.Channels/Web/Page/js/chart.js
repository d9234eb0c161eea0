import { bars } from './chart-bars.js';
import { lines } from './chart-lines.js';
import { sample } from './chart-marks.js';
import { el } from './dom.js';
import { sourceButton } from './sources.js';
import { svg } from './svg.js';

const narrowest = 260;
let count = 0;

/**
 * An answer's chart: drawn anew for each width, so that its text keeps its size. The image tells screen readers what it is and
 * refers to the answer's table, which holds the same points; the markers in it are the buttons they are in text.
 * `sourceOf(number)` gives the citation or undefined; `table` is the answer's table, if any.
 */
export function chartFigure(chart, sourceOf, place, table) {
  const points = chart.series.flatMap((series) => series.points);
  if (points.length === 0) return '';
  const id = `chart-${++count}`;
  const draw = drawingOf(chart);
  const drawing = el('div', { class: 'chart-drawing' });
  const notZero = el('li', { t: 'chartNotZero' });
  if (table) table.id ||= `${id}-table`;

  let drawn = 0;
  const redraw = () => {
    const width = Math.max(narrowest, Math.floor(drawing.clientWidth));
    if (width === drawn) return;
    drawn = width;
    const { parts, height, labels, isFromZero } = draw(chart, width);
    notZero.hidden = isFromZero;
    const image = svg('svg', {
      width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-about`,
      'aria-details': table?.id,
    },
    svg('title', { id: `${id}-title`, text: chart.title }),
    table
      ? svg('desc', { id: `${id}-about`, t: 'chartAbout' })
      : svg('desc', { id: `${id}-about`, t: 'chartPoints', args: { points: spoken(chart) } }),
    chart.unit ? svg('text', { class: 'unit', x: 2, y: 14, t: 'chartUnit', args: { unit: chart.unit } }) : null,
    ...parts,
    ...labels.map(({ point, series, left, top }) =>
      svg('text', { class: `written s${series % 6}`, x: left, y: top + 14, text: point.written })));
    drawing.replaceChildren(image, markers(labels, width, height, sourceOf, place));
  };
  new ResizeObserver(redraw).observe(drawing);
  return el('figure', { class: 'chart' },
    el('figcaption', { text: chart.title, attributes: { lang: 'zh-CN' } }),
    drawing,
    el('ul', { class: 'chart-legend' }, ...legend(chart, points), notZero));
}

/** Bars where there is nothing to follow over time. */
function drawingOf({ series }) {
  const times = new Set(series.flatMap(({ points }) => points.map(({ period }) => period)));
  return times.size < 3 || series.every(({ points }) => points.length < 2) ? bars : lines;
}

// Outside of the image, whose inside screen readers don't enter; in parts of its size, so that they keep their place when it shrinks.
function markers(labels, width, height, sourceOf, place) {
  const buttons = labels.map(({ point, left, top, width: room }) => {
    const citation = sourceOf(point.citation);
    if (!citation) return null;
    const button = sourceButton(citation, place, { class: 'cite', text: citation.number });
    button.style.left = `${((left + room - 24) / width) * 100}%`;
    button.style.top = `${(top / height) * 100}%`;
    return button;
  });
  return el('div', { class: 'chart-sources', attributes: { role: 'group', 'data-t-label': 'chartSources' } }, ...buttons);
}

function legend({ series }, points) {
  const result = { status: 'achieved', partial: false };
  const has = (test) => points.some(test);
  const item = (key, point) => el('li', {}, sample(point), el('span', { t: key }));
  return [
    ...(series.length > 1 ? series.map(({ name, points: [point = result] }, index) =>
      el('li', {}, sample({ ...point, partial: false }, index), el('span', { text: name, attributes: { lang: 'zh-CN' } }))) : []),
    has(({ status }) => status === 'target') && has(({ status }) => status === 'achieved') ? item('chartResult', result) : null,
    has(({ status }) => status === 'target') ? item('chartTarget', { status: 'target' }) : null,
    has(({ status }) => status === 'unclear') ? item('chartUnclear', { status: 'unclear' }) : null,
    has(({ partial }) => partial) ? item('chartPartial', { status: 'achieved', partial: true }) : null,
  ];
}

const spoken = ({ series }) => series.flatMap(({ name, points }) =>
  points.map(({ label, written }) => `${series.length > 1 ? name : ''}${label} ${written}`)).join('；');
