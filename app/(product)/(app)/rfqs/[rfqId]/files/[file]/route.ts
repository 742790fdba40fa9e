import { download } from "@/lib/adapters/download";
import { AppError } from "@/lib/errors";
import { rfqLetter, rfqQuestionsPaper } from "@/lib/exporters/rfq-letter";
import { rfqTemplate } from "@/lib/exporters/rfq-template";
import { getRfqPaper } from "@/lib/services/rfq-papers";

const pdf = "application/pdf";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Props = { readonly params: Promise<{ readonly rfqId: string; readonly file: string }> };

/** A file for one supplier: `template`, `letter` or `questions`. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { rfqId, file } = await params;
  const supplierId = new URL(request.url).searchParams.get("supplier") ?? "";
  return download(async (ctx) => {
    const paper = await getRfqPaper(ctx, { rfqId, supplierId });
    if (file === "template") {
      const { fileName, bytes } = rfqTemplate(paper);
      return { fileName, contentType: xlsx, body: bytes };
    }
    if (file !== "letter" && file !== "questions")
      throw new AppError("NOT_FOUND", "There is no such file.");
    const { fileName, bytes } = await (file === "letter" ? rfqLetter : rfqQuestionsPaper)(paper);
    return { fileName, contentType: pdf, body: bytes };
  });
}
