import type { Drawing } from "@/lib/views/chart/drawing";
import { type DrawingRoom, type StillPlot, stillPlot } from "@/lib/views/chart/still-plot";
import { paperTextWidth } from "../../paper-fonts";

/** A drawing is made in the pixels of the screen and printed at three quarters of them. */
export const pointsPerPixel = 0.75;

/** Where values lie on paper. */
export const paperPlot = (drawing: Drawing, room: DrawingRoom, hasXLabel: boolean): StillPlot =>
  stillPlot(drawing, room, { hasXLabel, measure: paperTextWidth });
