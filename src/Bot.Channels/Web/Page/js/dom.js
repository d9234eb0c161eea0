import { translate } from './language.js';

/**
 * Builds an element. Text only ever becomes a text node: nothing here reads markup.
 * Options: class, text, t (a key of the language file, kept so that a switch of language finds it), on, attributes.
 */
export function el(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  if (options.class) element.className = options.class;
  if (options.text !== undefined) element.textContent = options.text;
  if (options.t) element.dataset.t = options.t;
  if (options.args) element.dataset.tArgs = JSON.stringify(options.args);
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  for (const [event, handle] of Object.entries(options.on ?? {})) element.addEventListener(event, handle);
  translate(element);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Text with the first occurrence of a part of it marked. */
export function marked(text, part) {
  const start = part ? text.indexOf(part) : -1;
  const fragment = document.createDocumentFragment();
  if (start < 0) {
    fragment.append(text);
    return fragment;
  }
  fragment.append(text.slice(0, start), el('mark', { text: part }), text.slice(start + part.length));
  return fragment;
}

const svg = 'http://www.w3.org/2000/svg';

/** A line icon from its path; it is decoration, the button beside it carries the words. */
export function icon(path) {
  const image = document.createElementNS(svg, 'svg');
  image.setAttribute('viewBox', '0 0 24 24');
  image.setAttribute('aria-hidden', 'true');
  image.setAttribute('class', 'icon');
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', path);
  image.append(line);
  return image;
}
