import type * as z from "zod/mini";
import type { Context } from "@/lib/auth/context";
import { currentContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import type { ActionResult } from "./action-result";
import { statuses } from "./download";
import { parse } from "./parse";
import { toRefusal } from "./to-refusal";

export type Uploaded = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** What goes with the file, as JSON in a header: the file is the body, so that nothing has to be taken apart. */
const uploadHeader = "x-loadline-input";
const fileNameHeader = "x-loadline-file-name";
const longestName = 200;
const leaner = "Delete from it what the lines do not need, or split it.";

type Door<Input, Output> = {
  readonly schema: z.ZodMiniType<Input>;
  /** The signal is aborted once nobody waits for the answer. */
  readonly service: (
    ctx: Context,
    input: Input & { readonly file: Uploaded },
    signal: AbortSignal,
  ) => Promise<Output>;
  readonly mostBytes: number;
  /** What to do about a file that is too large. */
  readonly mend?: string;
};

/** A service that takes a file: as `action`, for more than an action takes, and stopped once it is too much. */
export async function upload<Input, Output>(
  request: Request,
  { schema, service, mostBytes, mend = leaner }: Door<Input, Output>,
): Promise<Response> {
  try {
    refuseOtherSites(request);
    const ctx = await currentContext();
    if (!ctx) throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in to go on.");
    const input = parse(schema, said(request, uploadHeader));
    const name =
      String(said(request, fileNameHeader) ?? "")
        .replaceAll(/\p{Cc}/gu, "")
        .split(/[\\/]/)
        .at(-1)
        ?.slice(0, longestName) || "file";
    const file = { name, bytes: await bodyOf(request, mostBytes, mend) };
    const data = await service(ctx, { ...input, file }, request.signal);
    const result: ActionResult<Output> = { ok: true, data };
    return Response.json(result, noStore);
  } catch (error) {
    const refusal = toRefusal(error);
    return Response.json(refusal, { ...noStore, status: statuses[refusal.code] });
  }
}

const noStore = { headers: { "Cache-Control": "private, no-store" } };

/** A page of another site cannot send the headers above; what says that it comes from one is refused besides. */
function refuseOtherSites(request: Request): void {
  const site = request.headers.get("sec-fetch-site") ?? "same-origin";
  if (site === "same-origin" && request.headers.has(uploadHeader)) return;
  throw new AppError("FORBIDDEN", "Send files from Loadline\u2019s own pages.");
}

function said(request: Request, header: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(request.headers.get(header) ?? "null"));
  } catch {
    return null;
  }
}

async function bodyOf(
  request: Request,
  mostBytes: number,
  mend: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new AppError(
      "INVALID",
      `The file has more than ${Math.floor(mostBytes / (1024 * 1024))} MB. ${mend}`,
    );
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > mostBytes) throw tooLarge();
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
