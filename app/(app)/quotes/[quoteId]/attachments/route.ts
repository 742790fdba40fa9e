import { upload } from "@/lib/adapters/upload";
import { maxAttachmentBytes } from "@/lib/schemas/attachment";
import { addAttachment } from "@/lib/services/quote-attachments";

type Params = { readonly params: Promise<{ quoteId: string }> };

export async function POST(request: Request, { params }: Params) {
  const { quoteId } = await params;
  const { searchParams } = new URL(request.url);
  const named = { id: searchParams.get("id") ?? "", name: searchParams.get("name") ?? "" };
  return upload(request, { mostBytes: maxAttachmentBytes }, (ctx, bytes) =>
    addAttachment(ctx, { ...named, quoteId, bytes }),
  );
}
