import { translate } from './language.js';

const space = 'http://www.w3.org/2000/svg';

/** Builds an SVG element. Options: text, t and args as for el; the rest are attributes. */
export function svg(tag, { text, t, args, ...attributes } = {}, ...children) {
  const element = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  if (text !== undefined) element.textContent = text;
  if (t) element.dataset.t = t;
  if (args) element.dataset.tArgs = JSON.stringify(args);
  translate(element);
  element.append(...children.filter(Boolean));
  return element;
}

const ruler = document.createElement('canvas').getContext('2d');

/** The width of a text in pixels, in the page's font. */
export function widthOf(text, size) {
  ruler.font = `600 ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}
