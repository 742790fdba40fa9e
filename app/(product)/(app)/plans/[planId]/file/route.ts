import { download } from "@/lib/adapters/download";
import { planFileName, planFileText } from "@/lib/exporters/plan-file";
import { exportPlan } from "@/lib/services/plans";

export async function GET(_: Request, { params }: { params: Promise<{ planId: string }> }) {
  const { planId } = await params;
  return download(async (ctx) => {
    const file = await exportPlan(ctx, { planId });
    return {
      fileName: planFileName(file.plan.name),
      contentType: "application/json; charset=utf-8",
      body: planFileText(file),
    };
  });
}
