import { el } from './dom.js';

/**
 * Renders an answer's narrow Markdown (paragraphs, "- " and "1. " lists, pipe tables, markers [n]) as elements.
 * `marker(number)` gives the node for [n], or null where n leads nowhere; then it stays text.
 */
export function render(text, marker) {
  const fragment = document.createDocumentFragment();
  for (const block of blocks(text)) fragment.append(block.build(block.lines, marker));
  return fragment;
}

const kinds = [
  { test: (line) => line.startsWith('|'), build: table },
  { test: (line) => /^[-*•]\s/.test(line), build: (lines, marker) => list('ul', /^[-*•]\s+/, lines, marker) },
  { test: (line) => /^\d{1,2}[.、]\s/.test(line), build: (lines, marker) => list('ol', /^\d{1,2}[.、]\s+/, lines, marker) },
  { test: () => true, build: paragraph },
];

function blocks(text) {
  const found = [];
  let open = null;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const build = line ? kinds.find((kind) => kind.test(line)).build : null;
    if (open && open.build === build) open.lines.push(line);
    else if (build) found.push((open = { build, lines: [line] }));
    if (!build) open = null;
  }
  return found;
}

function inline(target, text, marker) {
  let from = 0;
  for (const match of text.matchAll(/\[(\d{1,3})\]/g)) {
    const node = marker(Number(match[1]));
    if (!node) continue;
    target.append(text.slice(from, match.index), node);
    from = match.index + match[0].length;
  }
  target.append(text.slice(from));
  return target;
}

function paragraph(lines, marker) {
  const element = el('p');
  lines.forEach((line, index) => {
    if (index > 0) element.append(el('br'));
    inline(element, line, marker);
  });
  return element;
}

function list(tag, bullet, lines, marker) {
  return el(tag, {}, ...lines.map((line) => inline(el('li'), line.replace(bullet, ''), marker)));
}

const cells = (line) =>
  line.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));

const isRule = (line) => /^\|?[\s:|-]+\|?$/.test(line) && line.includes('-');

function table(lines, marker) {
  const hasHead = lines.length > 1 && isRule(lines[1]);
  const body = hasHead ? lines.slice(2) : lines.filter((line) => !isRule(line));
  const row = (line, tag) => el('tr', {}, ...cells(line).map((cell, index) => {
    const isHeader = tag === 'th' || index === 0;
    const scope = tag === 'th' ? 'col' : 'row';
    return inline(el(isHeader ? 'th' : 'td', { attributes: isHeader ? { scope } : {} }), cell, marker);
  }));
  const scroll = el('div', { class: 'table-scroll', attributes: { role: 'region', tabindex: '0', 'data-t-label': 'table' } });
  scroll.append(el('table', {},
    hasHead ? el('thead', {}, row(lines[0], 'th')) : null,
    el('tbody', {}, ...body.map((line) => row(line, 'td')))));
  return scroll;
}
