const tile = 5;
const stroke = 2.4;

const made = new Map<string, CanvasPattern | null>();

/** 45 degrees, 5 px period: the texture of training. Made once for each hue, ground and screen. */
export function hatchPattern(
  context: CanvasRenderingContext2D,
  { hue, ground, pixelRatio }: { hue: string; ground: string; pixelRatio: number },
): CanvasPattern | string {
  const key = `${hue} ${ground} ${pixelRatio}`;
  let pattern = made.get(key);
  if (pattern === undefined) {
    pattern = draw(context, hue, ground, pixelRatio);
    made.set(key, pattern);
  }
  return pattern ?? hue;
}

function draw(
  context: CanvasRenderingContext2D,
  hue: string,
  ground: string,
  pixelRatio: number,
): CanvasPattern | null {
  const canvas = document.createElement("canvas");
  canvas.width = tile * pixelRatio;
  canvas.height = tile * pixelRatio;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.scale(pixelRatio, pixelRatio);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, tile, tile);
  pen.strokeStyle = hue;
  pen.lineWidth = stroke / Math.SQRT2;
  pen.beginPath();
  for (const offset of [-tile, 0, tile]) {
    pen.moveTo(offset - 1, tile + 1);
    pen.lineTo(offset + tile + 1, -1);
  }
  pen.stroke();
  const pattern = context.createPattern(canvas, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / pixelRatio));
  return pattern;
}
