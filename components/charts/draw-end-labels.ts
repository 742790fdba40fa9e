import { labelSizes } from "@/lib/views/chart/frame";
import { placedEndLabels } from "@/lib/views/chart/placed-end-labels";
import type { Annotation, Plot } from "./annotations";
import { hueOf } from "./chart-theme";
import { font } from "./text-width";

/** Name and last value at the end of each line, pushed apart, with a leader where one had to move. */
export function drawEndLabels(plot: Plot, { drawing, theme, setting }: Annotation): void {
  const placed = placedEndLabels(plot, drawing, setting);
  if (placed.length === 0) return;
  const { context } = plot;
  context.save();
  context.textAlign = "left";
  context.textBaseline = "middle";
  // One font after the other: setting it costs as much as the text.
  context.font = font(theme.fontFamily, setting.twoLines ? labelSizes.name : labelSizes.small, 600);
  for (const { label, left, top, leader } of placed) {
    const hue = hueOf(label.style, theme);
    if (leader) {
      context.strokeStyle = hue;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(leader.x, leader.y);
      context.lineTo(left - 3, top);
      context.stroke();
    }
    context.fillStyle = hue;
    context.fillText(setting.twoLines ? label.name : `${label.name} ${label.value}`, left, top);
  }
  if (setting.twoLines) {
    context.fillStyle = theme.ink2;
    context.font = font(theme.fontFamily, labelSizes.value, 450);
    for (const { label, left, top } of placed) context.fillText(label.value, left, top + 15);
  }
  context.restore();
}
