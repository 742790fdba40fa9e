import type { Measure } from "@/lib/views/chart/plot";

const widths = new Map<string, number>();

/** Width of a text, measured once: measuring costs more than drawing. */
export function textWidth(context: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 2000) widths.clear();
    context.font = font;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

export function measureWith(context: CanvasRenderingContext2D, fontFamily: string): Measure {
  return (text, size, weight) => textWidth(context, font(fontFamily, size, weight), text);
}

/** Widths measured before the font arrived are wrong. */
export function forgetTextWidths(): void {
  widths.clear();
}

export function font(family: string, size: number, weight: number): string {
  return `${weight} ${size}px ${family}`;
}
