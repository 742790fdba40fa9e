import { crc32, deflateSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLogo } from "./logo";

function part(name: string, body: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Of one colour, eight bits a sample. */
function png(width: number, height: number, lines = Buffer.alloc(height * (1 + width * 3))) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    part("IHDR", head),
    part("IDAT", deflateSync(lines)),
    part("IEND", Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([begin, ...parts]));
}

function jpeg(width: number, height: number, components = 3): Uint8Array {
  const frame = [0xff, 0xc0, 0, 8 + components * 3, 8, height >> 8, height & 255];
  const sizes = [width >> 8, width & 255, components, ...Array(components * 3).fill(1)];
  const scan = [0xff, 0xda, 0, 4, 1, 1, 0x55, 0x55, 0xff, 0xd9];
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame, ...sizes, ...scan]);
}

const refusal = (bytes: Uint8Array) => {
  const read = readLogo(bytes);
  return "refusal" in read ? read.refusal : "taken";
};

describe("a logo", () => {
  it("is known by its bytes, with its size", () => {
    expect(readLogo(png(60, 40))).toEqual({ mediaType: "image/png", width: 60, height: 40 });
    expect(readLogo(jpeg(300, 200))).toEqual({ mediaType: "image/jpeg", width: 300, height: 200 });
  });

  it.each([
    [
      "an SVG",
      Buffer.from('<?xml version="1.0"?><svg xmlns="x"><script/></svg>'),
      /can carry programs/,
    ],
    ["a text", Buffer.from("hello"), /neither a PNG nor a JPEG/],
    ["nothing", Buffer.alloc(0), /neither a PNG nor a JPEG/],
    ["a page that calls itself a PNG", Buffer.from("<html>.png</html>"), /neither/],
    ["a PNG that is cut off", Buffer.from(png(60, 40).slice(0, -20)), /not whole/],
    ["a PNG of fewer lines than it says", Buffer.from(png(60, 40, Buffer.alloc(100))), /not whole/],
    [
      "a PNG of a thousand million dots",
      Buffer.from(png(30_000, 30_000, Buffer.alloc(9))),
      /2000 pixels/,
    ],
    ["a PNG without width", Buffer.from(png(0, 40, Buffer.alloc(40))), /not whole/],
    ["a JPEG without an end", Buffer.from(jpeg(30, 20).slice(0, -2)), /not whole/],
    ["a JPEG for a press", Buffer.from(jpeg(30, 20, 4)), /Save it in RGB/],
    ["a JPEG too wide", Buffer.from(jpeg(2001, 20)), /2000 pixels/],
    [
      "what is too large",
      Buffer.concat([png(60, 40), Buffer.alloc(256 * 1024)]),
      /more than 256 KB/,
    ],
  ])("is not %s", (_, bytes, words) => {
    expect(refusal(new Uint8Array(bytes))).toMatch(words);
  });

  it("refuses in words whatever the bytes are, and never throws", () => {
    const begins = [png(60, 40), jpeg(30, 20)];
    fc.assert(
      fc.property(
        fc.constantFrom(...begins),
        fc.nat(200),
        fc.uint8Array({ maxLength: 40 }),
        (whole, at, change) => {
          const bytes = whole.slice();
          bytes.set(change.slice(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
          expect(["taken", "refused"]).toContain(refusal(bytes) === "taken" ? "taken" : "refused");
        },
      ),
    );
  });
});
