import { revalidatePath } from "next/cache";
import type { Context } from "@/lib/auth/context";
import { currentContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { statuses } from "./download";
import { toRefusal } from "./to-refusal";

const megabyte = 1024 * 1024;

/** A file sent as the body of a request, into a service. Only our own pages may send one. */
export async function upload<Output>(
  request: Request,
  { mostBytes }: { readonly mostBytes: number },
  take: (ctx: Context, bytes: Uint8Array<ArrayBuffer>) => Promise<Output>,
): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  try {
    refuseElsewhere(request);
    const ctx = await currentContext();
    if (!ctx) throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in to go on.");
    const data = await take(ctx, await bodyOf(request, mostBytes));
    revalidatePath("/quotes", "layout");
    return Response.json({ ok: true, data }, { headers });
  } catch (error) {
    const refusal = toRefusal(error);
    return Response.json(refusal, { status: statuses[refusal.code], headers });
  }
}

/** A browser says where a request comes from; a form on another site could send the cookie along. */
function refuseElsewhere({ headers }: Request): void {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  const isOurs =
    headers.get("sec-fetch-site") === "same-origin" ||
    (origin !== null && URL.canParse(origin) && new URL(origin).host === host);
  if (!isOurs) throw new AppError("FORBIDDEN", "Send files from Loadline’s own pages.");
}

/** Never holds more than it may, whatever the sender says of its size. */
async function bodyOf(request: Request, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body)
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > mostBytes)
        throw new AppError(
          "INVALID",
          `The file is too large: it may have at most ${Math.round(mostBytes / megabyte)} MB.`,
        );
      chunks.push(chunk);
    }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
