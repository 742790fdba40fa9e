import type { Drawing } from "./drawing";
import { type EndLabelSetting, endLabelSetting, paddingOf } from "./frame";
import type { Measure, PlotPlaces } from "./plot";

/** In the pixels of the screen. */
export type DrawingRoom = { readonly width: number; readonly height: number };

export type StillPlot = PlotPlaces & DrawingRoom & { readonly setting: EndLabelSetting };

/** Where values lie in a drawing that does not move: on paper, and where a page comes drawn already. */
export function stillPlot(
  drawing: Drawing,
  room: DrawingRoom,
  { hasXLabel, measure }: { readonly hasXLabel: boolean; readonly measure: Measure },
): StillPlot {
  const { width, height } = room;
  const setting = endLabelSetting(drawing, room);
  const padding = paddingOf(drawing, measure, { setting, hasXLabel });
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
