import type { ChartView } from "@/lib/views/types";
import { readTheme } from "./chart-theme";
import { font } from "./text-width";

const margin = 20;
const headHeight = 78;
const footHeight = 18;

/** The chart with its finding, basis and unit as one PNG. */
export async function chartPicture(
  canvases: readonly HTMLCanvasElement[],
  view: ChartView,
): Promise<Blob> {
  const canvas = canvases.at(-1);
  if (!canvas) throw new Error("The chart is not drawn yet.");
  const pixelRatio = canvas.width / Math.max(1, canvas.clientWidth);
  const theme = readTheme(canvas);
  const picture = document.createElement("canvas");
  const width = canvas.clientWidth + 2 * margin;
  const height = canvas.clientHeight + headHeight + margin + footHeight;
  picture.width = width * pixelRatio;
  picture.height = height * pixelRatio;
  const pen = picture.getContext("2d");
  if (!pen) throw new Error("This browser gives no canvas to draw on.");
  pen.scale(pixelRatio, pixelRatio);
  pen.fillStyle = theme.surface;
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = "top";
  pen.fillStyle = theme.ink;
  pen.font = font(theme.fontFamily, 16, 620);
  pen.fillText(view.title, margin, margin, width - 2 * margin);
  pen.fillStyle = theme.ink3;
  pen.font = font(theme.fontFamily, 12, 450);
  pen.fillText(view.basis, margin, margin + 24, width - 2 * margin);
  pen.font = font(theme.fontFamily, 11, 450);
  pen.fillText(view.unitLabel, margin, margin + 44);
  for (const layer of canvases) {
    pen.drawImage(layer, margin, headHeight, canvas.clientWidth, canvas.clientHeight);
  }
  const keys = (view.keys ?? []).map(({ label }) => label).join("   ");
  pen.fillText(keys || (view.note ?? ""), margin, headHeight + canvas.clientHeight + 6);
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture"))), "image/png");
  });
}
