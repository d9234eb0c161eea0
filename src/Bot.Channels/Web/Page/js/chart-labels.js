const lift = 9;
const reach = 7;

/**
 * Places a label for each point so that none covers another, a point or, where it can be helped, a line.
 * points: { x, y, width } in pixels; segments: { x1, y1, x2, y2 }; bounds: { left, right, top, bottom }.
 * Gives boxes { left, top, width, height, isFar, isCrowded } in the points' order.
 */
export function placeLabels(points, segments, bounds, height) {
  const taken = points.map(({ x, y }) => ({ left: x - reach, top: y - reach, width: 2 * reach, height: 2 * reach }));
  const boxes = [];
  points.forEach((point, own) => {
    const candidates = offsets(height).map((top, rank) => {
      const left = clamp(point.x - point.width / 2, bounds.left, bounds.right - point.width);
      const box = { left, top: point.y + top, width: point.width, height, isFar: rank > 1 };
      const isOut = box.top < bounds.top || box.top + height > bounds.bottom;
      const covered = taken.filter((other, index) => index !== own && overlap(box, other)).length;
      const crossed = segments.filter((segment) => crosses(box, segment)).length;
      box.isCrowded = isOut || covered > 0;
      return { box, cost: (isOut ? 1000 : 0) + covered * 100 + crossed * 3 + rank };
    });
    const { box } = candidates.reduce((best, each) => (each.cost < best.cost ? each : best));
    boxes.push(box);
    taken.push(box);
  });
  return boxes;
}

// Above, below, and further each time.
const offsets = (height) => [0, 1, 2, 3, 4].flatMap((far) => [-(lift + height) - far * (height + 2), lift + far * (height + 2)]);

const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

const overlap = (a, b) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

function crosses(box, { x1, y1, x2, y2 }) {
  for (let step = 0; step <= 24; step++) {
    const [x, y] = [x1 + ((x2 - x1) * step) / 24, y1 + ((y2 - y1) * step) / 24];
    if (x > box.left && x < box.left + box.width && y > box.top && y < box.top + box.height) return true;
  }
  return false;
}
