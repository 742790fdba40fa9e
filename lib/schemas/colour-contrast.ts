/** WCAG 2.2: text that everybody can read, rules and links among it, stands at least so far from its ground. */
export const leastContrast = 4.5;
const channels = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i;

export const isColour = (text: string): boolean => channels.test(text);

const partsOf = (colour: string): readonly number[] =>
  (channels.exec(colour) ?? []).slice(1).map((part) => Number.parseInt(part, 16));

/** From 1, white itself, to 21, black. */
export function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

export const isReadableOnWhite = (colour: string): boolean =>
  contrastWithWhite(colour) >= leastContrast;

/** The same hue, as much darker as white paper asks for. */
export function darkened(colour: string): string {
  for (let share = 1; share > 0; share -= 0.01) {
    const parts = partsOf(colour).map((part) => Math.floor(part * share));
    const dark = `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    if (isReadableOnWhite(dark)) return dark.toUpperCase();
  }
  return "#000000";
}
