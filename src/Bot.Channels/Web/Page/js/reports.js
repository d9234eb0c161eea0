import * as api from './api.js';
import { el } from './dom.js';

const poll = 2000;
const shown = 200;

/** Fills every list of reports on the page, the words about coverage and the examples; asks again while reports are being read. */
export async function showReports(onExample) {
  const state = await api.readiness().catch(() => null);
  const reading = document.getElementById('reading');
  const isAway = state?.status === 'unavailable';
  const isReading = state?.status === 'indexing';
  reading.hidden = !isReading && !isAway;
  if (!reading.hidden) {
    reading.replaceChildren(isAway ? el('span', { text: state.problems.join(' ') }) : el('span', { t: 'reading', args: state }));
    setTimeout(() => showReports(onExample), poll);
  }
  await Promise.all([list(), examples(onExample)]);
}

async function list() {
  const places = document.querySelectorAll('[data-reports]');
  try {
    const reports = await api.reports();
    const ready = reports.filter((report) => report.status === 'ready');
    // However long the list, what went wrong is on it.
    const lines = [...ready.slice(0, shown), ...reports.filter((report) => report.status !== 'ready')];
    places.forEach((place) => place.replaceChildren(
      lines.length ? el('ul', {}, ...lines.map(line)) : el('p', { class: 'aside', t: 'noReports' }),
      ready.length > shown ? el('p', { class: 'aside', t: 'moreReports', args: { count: ready.length - shown } }) : ''));
    coverage(ready);
  } catch {
    places.forEach((place) => place.replaceChildren(el('p', { class: 'aside', t: 'listFailed' })));
  }
}

function line(report) {
  const isReady = report.status === 'ready';
  const title = isReady
    ? el('a', { text: report.title, attributes: { href: `reports/${encodeURIComponent(report.id)}` } })
    : el('span', { text: report.title });
  const about = [report.region, report.years.join('、')].filter(Boolean).join(' · ');
  return el('li', { class: isReady ? 'report-line' : 'report-line is-failed', attributes: { lang: 'zh-CN' } },
    el('p', { class: 'report-title' }, title),
    about ? el('p', { class: 'report-about', text: about }) : null,
    el('p', { class: 'report-state' },
      el('span', { class: 'state', t: isReady ? 'ready' : 'failed' }),
      isReady ? el('span', { t: 'reportFacts', args: report }) : null),
    report.problem ? el('p', { class: 'report-problem', text: report.problem }) : null,
    ...report.warnings.map((warning) => el('p', { class: 'report-warning', text: warning })));
}

function coverage(reports) {
  const place = document.getElementById('coverage');
  const regions = [...new Set(reports.map((report) => report.region).filter(Boolean))];
  const years = reports.flatMap((report) => report.years);
  place.hidden = regions.length === 0 || years.length === 0;
  if (place.hidden) return;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const shown = regions.slice(0, 8).join('、') + (regions.length > 8 ? '……' : '');
  place.replaceChildren(el('span', {
    t: 'coverage', args: { count: reports.length, regions: shown, years: first === last ? first : `${first}–${last}` },
  }));
}

async function examples(onExample) {
  const questions = await api.examples().catch(() => []);
  document.getElementById('examples').hidden = questions.length === 0;
  document.getElementById('example-list').replaceChildren(...questions.map((question) =>
    el('li', {}, el('button', { class: 'chip', text: question, attributes: { type: 'button' }, on: { click: () => onExample(question) } }))));
}
