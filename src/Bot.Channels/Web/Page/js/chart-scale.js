/** A scale from values to pixels with readable ticks. Bars start at 0; lines do unless that would flatten them. */
export function valueScale(values, { fromZero, count }) {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (fromZero || low < high * 0.6) low = Math.min(0, low);
  if (high < 0) high = 0;
  if (low === high) high = low + (Math.abs(low) || 1);
  const step = niceStep((high - low) / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9), step % 1 && String(Number(step.toPrecision(2))).split('.')[1]?.length);
  return {
    low: ticks[0],
    high: ticks.at(-1),
    ticks: ticks.map((value) => ({ value, text: value.toFixed(digits) })),
    /** 0 at the low end, 1 at the high one. */
    part: (value) => (value - ticks[0]) / (ticks.at(-1) - ticks[0]),
  };
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough * 0.999);
}

const mostSlots = 12;

/** The times of all points in order, each once, with a place left for years that nobody tells of. */
export function timeSlots(series) {
  const byPeriod = new Map(series.flatMap(({ points }) => points).map((point) => [point.period, point.label]));
  const told = [...byPeriod].map(([period, label]) => ({ period, label, ...bounds(period) }))
    .sort((a, b) => a.to - b.to || a.from - b.from);
  const slots = [];
  for (const slot of told) {
    const last = slots.at(-1);
    for (let year = (last?.year ?? slot.year) + 1; year < slot.year; year++) slots.push({ period: null, label: `${year}`, year });
    slots.push(slot);
  }
  return slots.length <= mostSlots ? slots : told;
}

// "2019", "2017-2019", "2019-03", "2019-01..11" in months; year is that of the end.
function bounds(period) {
  const [, year, toYear, month, toMonth] = /^(\d{4})(?:-(\d{4})|-(\d{2})(?:\.\.(\d{2}))?)?$/.exec(period).map((text) => text && Number(text));
  return { year: toYear ?? year, from: year * 12 + (month ?? 1), to: (toYear ?? year) * 12 + (toMonth ?? month ?? 12) };
}
