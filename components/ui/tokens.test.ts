import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const css = readFileSync(join(root, "app/look.css"), "utf8");

type Theme = "light" | "dark";
type Rgb = readonly [number, number, number];

function tokensOf(selector: string): Map<string, Rgb> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("\n}", start));
  const pairs = block.matchAll(/--ll-([a-z0-9-]+): #([0-9a-f]{6});/gi);
  return new Map(Array.from(pairs, ([, name = "", hex = ""]) => [name, rgb(hex)]));
}

function rgb(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

const themes: Record<Theme, Map<string, Rgb>> = {
  light: tokensOf(":root"),
  dark: tokensOf("@variant dark"),
};

function token(theme: Theme, name: string): Rgb {
  const found = themes[theme].get(name);
  if (!found) throw new Error(`app/look.css has no --ll-${name} in ${theme}`);
  return found;
}

/** Of sRGB, as WCAG 2.2 and CIE use it. */
const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const encoded = (part: number) => {
  const held = Math.min(1, Math.max(0, part));
  return held <= 0.0031308 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055;
};

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function contrast(a: Rgb, b: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

type Contrasts = readonly [onSurface: number, onCanvas: number, onSunken: number];

/** The table of the design: what each role has on surface, canvas and sunken, and what it must have. */
const roles: readonly [name: string, least: number, light: Contrasts, dark: Contrasts][] = [
  ["ink", 4.5, [17.2, 16.1, 15.1], [14.6, 15.9, 15.3]],
  ["ink-2", 4.5, [8.5, 8.0, 7.5], [9.3, 10.1, 9.8]],
  ["ink-3", 4.5, [5.7, 5.4, 5.1], [6.1, 6.7, 6.4]],
  ["control", 3, [3.5, 3.3, 3.1], [4.1, 4.4, 4.3]],
  ["accent", 4.5, [7.2, 6.7, 6.3], [8.6, 9.4, 9.1]],
  ["good", 4.5, [6.5, 6.1, 5.7], [8.2, 8.9, 8.6]],
  ["warn", 4.5, [6.3, 5.9, 5.6], [8.7, 9.5, 9.2]],
  ["bad", 4.5, [6.5, 6.1, 5.8], [7.1, 7.7, 7.4]],
  ["api", 4.5, [8.5, 7.9, 7.4], [6.2, 6.7, 6.5]],
  ["cloud", 4.5, [5.5, 5.1, 4.8], [7.5, 8.2, 7.9]],
  ["onprem", 4.5, [5.4, 5.0, 4.7], [10.1, 10.9, 10.6]],
  ["edge", 4.5, [8.1, 7.6, 7.1], [5.7, 6.2, 6.0]],
  ["portfolio", 4.5, [14.7, 13.8, 12.9], [15.2, 16.5, 15.9]],
  ["inference", 3, [7.7, 7.3, 6.8], [9.0, 9.8, 9.5]],
  ["training", 2.9, [3.4, 3.1, 2.9], [4.4, 4.8, 4.6]],
];

describe.each(["light", "dark"] as const)("contrast, %s", (theme) => {
  test.each(roles)("%s", (name, least, light, dark) => {
    const expected = theme === "light" ? light : dark;
    const grounds = ["surface", "canvas", "sunken"] as const;
    grounds.forEach((ground, index) => {
      const ratio = contrast(token(theme, name), token(theme, ground));
      expect(
        Math.abs(ratio - (expected[index] ?? 0)),
        `${name} on ${ground}: ${ratio}`,
      ).toBeLessThan(0.06);
      expect(ratio).toBeGreaterThanOrEqual(least);
    });
  });

  test.each(["accent", "good", "warn", "bad", "api", "cloud", "onprem", "edge", "portfolio"])(
    "%s on its own soft",
    (name) => {
      expect(contrast(token(theme, name), token(theme, `${name}-soft`))).toBeGreaterThanOrEqual(
        4.7,
      );
    },
  );

  test("buttons and raised things", () => {
    expect(contrast(token(theme, "on-ink"), token(theme, "ink"))).toBeGreaterThan(15);
    expect(contrast(token(theme, "on-accent"), token(theme, "accent"))).toBeGreaterThanOrEqual(4.5);
    for (const name of ["ink", "ink-2", "ink-3", "accent", "bad"]) {
      expect(contrast(token(theme, name), token(theme, "raised"))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
const deficiencies: Record<string, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (matrix: Matrix, [x, y, z]: Rgb): Rgb => {
  const row = ([a, b, c]: Rgb) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

function seenBy(deficiency: Matrix, [r, g, b]: Rgb): Rgb {
  const [x, y, z] = times(deficiency, [linear(r), linear(g), linear(b)]);
  return [encoded(x), encoded(y), encoded(z)];
}

const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];

function lab([r, g, b]: Rgb): Rgb {
  const [x, y, z] = times(toXyz, [linear(r), linear(g), linear(b)]);
  const curve = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);
  const [fx, fy, fz] = [curve(x / 0.95047), curve(y), curve(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const hue = (a: number, b: number) =>
  a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;

/** Sharma, Wu and Dalal 2005; its own worked pairs are tested below. */
function difference([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const meanChroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
  const turn = ((h2 - h1 + 540) % 360) - 180;
  const dh = c1 * c2 === 0 ? 0 : 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2));
  const meanHue =
    c1 * c2 === 0
      ? h1 + h2
      : Math.abs(h1 - h2) <= 180
        ? (h1 + h2) / 2
        : ((h1 + h2 + 360) / 2) % 360;
  const [meanL, meanC] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t =
    1 -
    0.17 * Math.cos(radians(meanHue - 30)) +
    0.24 * Math.cos(radians(2 * meanHue)) +
    0.32 * Math.cos(radians(3 * meanHue + 6)) -
    0.2 * Math.cos(radians(4 * meanHue - 63));
  const sl = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * meanC, 1 + 0.015 * meanC * t];
  const rotation =
    -2 *
    Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)) *
    Math.sin(radians(60 * Math.exp(-(((meanHue - 275) / 25) ** 2))));
  const [dl, dc] = [(l2 - l1) / sl, (c2 - c1) / sc];
  return Math.sqrt(dl ** 2 + dc ** 2 + (dh / sh) ** 2 + rotation * dc * (dh / sh));
}

test("the colour difference agrees with published pairs", () => {
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(difference([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619])).toBeCloseTo(
    2.0373,
    4,
  );
  expect(difference([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
});

function apart(theme: Theme, deficiency: string, a: string, b: string): number {
  const matrix = deficiencies[deficiency];
  if (!matrix) throw new Error(deficiency);
  const seen = (name: string) => lab(seenBy(matrix, token(theme, name)));
  return difference(seen(a), seen(b));
}

/** The closest two kinds, by the table of the design. */
const closest: readonly [Theme, string, number, readonly [string, string]][] = [
  ["light", "normal", 22.9, ["api", "portfolio"]],
  ["light", "protan", 15.7, ["onprem", "edge"]],
  ["light", "deutan", 13.6, ["api", "cloud"]],
  ["light", "tritan", 14.1, ["api", "onprem"]],
  ["dark", "normal", 25.9, ["onprem", "portfolio"]],
  ["dark", "protan", 13.0, ["api", "cloud"]],
  ["dark", "deutan", 16.4, ["api", "cloud"]],
  ["dark", "tritan", 13.2, ["cloud", "edge"]],
];

test.each(closest)("kinds stay apart: %s, %s, %d", (theme, deficiency, figure, pair) => {
  const kinds = ["api", "cloud", "onprem", "edge", "portfolio"];
  const pairs = kinds.flatMap((a, at) => kinds.slice(at + 1).map((b) => [a, b] as const));
  const nearest = pairs
    .map(([a, b]) => ({ pair: [a, b], apart: apart(theme, deficiency, a, b) }))
    .sort((a, b) => a.apart - b.apart)[0];
  expect(nearest?.pair).toEqual(pair);
  expect(Math.abs((nearest?.apart ?? 0) - figure)).toBeLessThan(0.06);
  expect(nearest?.apart).toBeGreaterThanOrEqual(12);
});

test.each(["light", "dark"] as const)("inference and training stay apart: %s", (theme) => {
  for (const deficiency of Object.keys(deficiencies)) {
    const least = theme === "light" ? 22 : 18;
    expect(apart(theme, deficiency, "inference", "training")).toBeGreaterThanOrEqual(least);
  }
});

test("no colour is written outside the tokens", () => {
  const rooms = ["app", "components", "lib/views"];
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(tsx?|css|mjs)$/.test(file) && !/\.(test|spec)\.tsx?$/.test(file))
      .map((file) => join(room, file)),
  );
  expect(files.length).toBeGreaterThan(30);
  const colour = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![\w-])|\b(?:rgb|hsl|oklch)a?\(/i;
  const quoted = /(["'`])(?:(?!\1).)*\1/g;
  const coloured = files
    .filter((file) => file !== join("app", "look.css"))
    .filter((file) => {
      const text = readFileSync(join(root, file), "utf8");
      return (text.match(quoted) ?? []).some((literal) => colour.test(literal));
    });
  expect(coloured).toEqual([]);
});
