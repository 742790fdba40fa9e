import { download } from "@/lib/adapters/download";
import { getProposalFile } from "@/lib/services/proposal-files";

type Params = { readonly params: Promise<{ proposalId: string; jobId: string }> };

export async function GET(_: Request, { params }: Params) {
  const named = await params;
  return download(async (ctx) => {
    const { name, mediaType, bytes } = await getProposalFile(ctx, named);
    return { fileName: name, contentType: mediaType, body: bytes };
  });
}
