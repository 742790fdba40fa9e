import { download } from "@/lib/adapters/download";
import { numberOfAddress } from "@/lib/adapters/page";
import { getIssueFile } from "@/lib/services/proposal-issues";

type Params = { readonly params: Promise<{ proposalId: string; issue: string }> };

/** The bytes that the hash is of. */
export async function GET(_: Request, { params }: Params) {
  const { proposalId, issue } = await params;
  return download(async (ctx) => {
    const { fileName, text } = await getIssueFile(ctx, {
      ...{ proposalId, issue: numberOfAddress(issue) ?? 0 },
    });
    return { fileName, contentType: "application/json; charset=utf-8", body: text };
  });
}
