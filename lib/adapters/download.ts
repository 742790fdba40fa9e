import type { Context } from "@/lib/auth/context";
import { currentContext } from "@/lib/auth/session";
import { AppError, type AppErrorCode } from "@/lib/errors";
import { toRefusal } from "./to-refusal";

export type Download = {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
};

export const statuses: Record<AppErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 422,
  UNAVAILABLE: 503,
};

/** A file made by a service, as an attachment that nobody caches and no page can run. */
export async function download(make: (ctx: Context) => Promise<Download>): Promise<Response> {
  try {
    const ctx = await currentContext();
    if (!ctx) throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in to go on.");
    const { fileName, contentType, body } = await make(ctx);
    return new Response(body, {
      headers: {
        "Content-Type": contentType,
        "Content-Disposition": attachmentNamed(fileName),
        "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    const { code, message } = toRefusal(error);
    return new Response(`${message}\n`, {
      status: statuses[code],
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    });
  }
}

/** By RFC 6266: in ASCII for the old, and as it is. */
function attachmentNamed(fileName: string): string {
  const plain = fileName.replace(/[^ -~]|["\\%]/g, "_");
  const whole = encodeURIComponent(fileName).replace(/['()*]/g, percentOf);
  return `attachment; filename="${plain}"${plain === fileName ? "" : `; filename*=UTF-8''${whole}`}`;
}

const percentOf = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
