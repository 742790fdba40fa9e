import { download } from "@/lib/adapters/download";
import { getJobFile } from "@/lib/services/jobs";

export async function GET(_: Request, { params }: { params: Promise<{ jobId: string }> }) {
  const { jobId } = await params;
  return download(async (ctx) => {
    const { name, mediaType, bytes } = await getJobFile(ctx, { jobId });
    return { fileName: name, contentType: mediaType, body: bytes };
  });
}
