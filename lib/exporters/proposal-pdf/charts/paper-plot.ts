import type { Drawing } from "@/lib/views/chart/drawing";
import { type EndLabelSetting, endLabelSetting, paddingOf } from "@/lib/views/chart/frame";
import type { PlotPlaces } from "@/lib/views/chart/plot";
import { paperTextWidth } from "../../paper-fonts";

/** In the pixels of the screen: a drawing is made at that size and printed at three quarters of it. */
export type DrawingRoom = { readonly width: number; readonly height: number };

export type PaperPlot = PlotPlaces & DrawingRoom & { readonly setting: EndLabelSetting };

export const pointsPerPixel = 0.75;

/** Where values lie on paper. */
export function paperPlot(drawing: Drawing, room: DrawingRoom, hasXLabel: boolean): PaperPlot {
  const { width, height } = room;
  const setting = endLabelSetting(drawing, room);
  const padding = paddingOf(drawing, paperTextWidth, { setting, hasXLabel });
  const area = {
    left: padding.left,
    right: width - padding.right,
    top: padding.top,
    bottom: height - padding.bottom,
  };
  const { x, y } = drawing;
  const toX = (area.right - area.left) / (x.max - x.min || 1);
  const toY = (area.bottom - area.top) / (y.max - y.min || 1);
  return {
    ...{ area, width, height, setting },
    x: (value) => area.left + (value - x.min) * toX,
    y: (value) => area.bottom - (value - y.min) * toY,
  };
}

/** As short as a path can say it. */
export const coordinate = (value: number) => Math.round(value * 100) / 100;
