import type { Annotation, Plot } from "./annotations";
import { hueOf } from "./chart-theme";
import { labelOffset, labelSizes, leaderOffset } from "./frame";
import { spread } from "./spread";
import { font } from "./text-width";

const movedEnough = 3;

/** Name and last value at the end of each line, pushed apart, with a leader where one had to move. */
export function drawEndLabels(plot: Plot, { drawing, theme, setting }: Annotation): void {
  const { context, area, x, y } = plot;
  const labels = drawing.endLabels;
  if (labels.length === 0) return;
  const ends = labels.map((label) => y(label.y));
  const tops = spread(ends, {
    gap: setting.gap,
    from: 8,
    to: area.bottom - (setting.twoLines ? 18 : 4),
  });
  context.save();
  context.textAlign = "left";
  context.textBaseline = "middle";
  // One font after the other: setting it costs as much as the text.
  context.font = font(theme.fontFamily, setting.twoLines ? labelSizes.name : labelSizes.small, 600);
  const places: { left: number; top: number }[] = [];
  labels.forEach((label, index) => {
    const end = ends[index] ?? 0;
    const top = tops[index] ?? end;
    const hue = hueOf(label.style, theme);
    const moved = Math.abs(top - end) > movedEnough;
    const left = area.right + (moved ? leaderOffset : labelOffset);
    if (moved) {
      context.strokeStyle = hue;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(x(label.x) + 2, end);
      context.lineTo(left - 3, top);
      context.stroke();
    }
    context.fillStyle = hue;
    context.fillText(setting.twoLines ? label.name : `${label.name} ${label.value}`, left, top);
    places.push({ left, top });
  });
  if (setting.twoLines) {
    context.fillStyle = theme.ink2;
    context.font = font(theme.fontFamily, labelSizes.value, 450);
    places.forEach(({ left, top }, index) => {
      context.fillText(labels[index]?.value ?? "", left, top + 15);
    });
  }
  context.restore();
}
