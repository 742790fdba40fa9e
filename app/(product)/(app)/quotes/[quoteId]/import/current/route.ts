import { download } from "@/lib/adapters/download";
import { exportLines } from "@/lib/services/lines-export";

export async function GET(_: Request, { params }: { params: Promise<{ quoteId: string }> }) {
  const { quoteId } = await params;
  return download((ctx) => exportLines(ctx, { quoteId }));
}
