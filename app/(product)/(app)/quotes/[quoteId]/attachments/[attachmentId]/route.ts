import { download } from "@/lib/adapters/download";
import { getAttachment } from "@/lib/services/quote-attachments";

type Params = { readonly params: Promise<{ quoteId: string; attachmentId: string }> };

export async function GET(_: Request, { params }: Params) {
  const named = await params;
  return download(async (ctx) => {
    const { name, mediaType, bytes } = await getAttachment(ctx, named);
    return { fileName: name, contentType: mediaType, body: bytes };
  });
}
