import { placeInJson } from "./json-place";
import { RestError } from "./rest-error";

const limitBytes = 1_000_000;

/** The JSON of a request and its text; stops reading at the limit, whatever the length it claimed. */
export async function readBody(request: Request): Promise<{ body: unknown; text: string }> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    throw new RestError(
      "unsupported-media-type",
      `The body is ${type ? `\u201c${type.slice(0, 80)}\u201d` : "of no stated type"}. Send JSON with the header Content-Type: application/json.`,
    );
  const text = textOf(await bytesOf(request));
  return { body: parsed(text), text };
}

async function bytesOf(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length")) > limitBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limitBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

const tooLarge = () =>
  new RestError("body-too-large", "The body has more than 1,000,000 bytes. Send less at once.");

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RestError("malformed-request", "The body is not UTF-8 text.");
  }
}

function parsed(text: string): unknown {
  if (text.trim() === "") throw new RestError("malformed-request", "The body is empty. Send JSON.");
  try {
    return JSON.parse(text);
  } catch {
    const place = placeInJson(text);
    throw new RestError("malformed-request", `The body is not JSON: it breaks off at ${place}.`);
  }
}
