import { clsx } from "clsx";
import { CircleX, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { memo } from "react";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { KindChip } from "@/components/ui/kind-chip";
import { writeFigureRef } from "@/components/workspace/address";
import { counted, dateText } from "@/lib/format";
import type { PlanAnswer, PlanCell } from "@/lib/views/plan-list";
import type { Lack } from "@/lib/views/plan-list-lacks";
import { PlanMenu, type PlanMenuProps } from "./plan-menu";

const rowClass =
  "border-line border-t align-top hover:bg-canvas max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto_auto] max-lg:px-4 max-lg:py-2";
const detailClass = "block text-ink-3 text-xs";

/** The name stays: a row without it is nobody's. */
export const isShown = (columnId: string, hidden: readonly string[]) =>
  columnId === "name" || !hidden.includes(columnId);

const answerColumns = ["cheapest", "total", "perMillionTokens", "lead"];

type PlanRowProps = PlanMenuProps & { readonly hidden: readonly string[] };

/** A plan and its answer; on a phone name and total, then the option and what a token costs, then the lead. */
export const PlanRow = memo(function PlanRow({ plan, hidden, ...menu }: PlanRowProps) {
  return (
    <tr className={rowClass}>
      <th scope="row" className="w-full font-text lg:py-1 lg:pr-3 lg:pl-4">
        <Link
          href={`/plans/${plan.id}`}
          className="flex min-h-6 items-center font-label text-ink hover:underline pointer-coarse:min-h-11"
        >
          {plan.name}
        </Link>
        <span className={clsx(detailClass, "max-lg:hidden")}>
          {counted(plan.workloads, "workload")}, {counted(plan.options, "option")}
        </span>
      </th>
      <AnswerCells planId={plan.id} answer={plan.answer} hidden={hidden} />
      {isShown("updatedAt", hidden) && (
        <td className="whitespace-nowrap text-ink-2 max-wide:hidden lg:px-3 lg:py-1">
          <time dateTime={plan.updatedAt} className="flex min-h-6 items-center">
            {dateText(plan.updatedAt)}
          </time>
        </td>
      )}
      <td className="text-right max-lg:col-start-3 max-lg:row-start-1 lg:px-2 lg:py-1">
        <PlanMenu plan={plan} {...menu} />
      </td>
    </tr>
  );
});

type AnswerCellsProps = {
  readonly planId: string;
  readonly answer: PlanAnswer;
  readonly hidden: readonly string[];
};

function AnswerCells({ planId, answer, hidden }: AnswerCellsProps) {
  const shown = answerColumns.filter((id) => isShown(id, hidden));
  if (shown.length === 0) return null;
  if (!answer.found) {
    return (
      <td colSpan={shown.length} className="text-sm max-lg:col-span-3 lg:px-3 lg:py-1">
        <LackNote lack={answer.lack} />
      </td>
    );
  }
  const { cheapest, total, perMillionTokens, lead, lack } = answer;
  return (
    <>
      {shown.includes("cheapest") && (
        <td className="max-lg:col-start-1 max-lg:row-start-2 lg:min-w-44 lg:px-3 lg:py-1">
          <span className="flex min-h-6 items-center">
            <KindChip kind={cheapest.kind} name={cheapest.name} />
          </span>
          {lack && (
            <div className="text-xs">
              <LackNote lack={lack} />
            </div>
          )}
        </td>
      )}
      {shown.includes("total") && (
        <FigureCell
          planId={planId}
          cell={total}
          className="max-lg:col-start-2 max-lg:row-start-1"
        />
      )}
      {shown.includes("perMillionTokens") && (
        <FigureCell
          planId={planId}
          cell={perMillionTokens}
          short="per million tokens"
          className="max-lg:col-start-2 max-lg:row-span-2 max-lg:row-start-2"
        />
      )}
      {shown.includes("lead") && (
        <td className="whitespace-nowrap max-lg:col-start-1 max-lg:row-start-3 lg:px-3 lg:py-1">
          <Link
            prefetch={false}
            href={`/plans/${planId}/projection`}
            className={clsx(
              "inline-flex min-h-6 items-center hover:underline pointer-coarse:min-h-11",
              lead.sort === null && "text-ink-3",
            )}
          >
            {lead.sort !== null && <span className="whitespace-pre lg:hidden">Leads </span>}
            {lead.text}
          </Link>
          <span className={clsx(detailClass, "max-lg:hidden")}>{lead.detail}</span>
        </td>
      )}
    </>
  );
}

type FigureCellProps = {
  readonly planId: string;
  readonly cell: PlanCell;
  /** What it is, where no head says so. */
  readonly short?: string;
  readonly className: string;
};

function FigureCell({ planId, cell, short, className }: FigureCellProps) {
  const { text, detail, evidence, opens } = cell;
  return (
    <td className={clsx("whitespace-nowrap text-right lg:px-3 lg:py-1", className)}>
      <span className="inline-flex min-h-6 items-center gap-[5px]">
        {opens ? (
          <Link
            prefetch={false}
            href={`/plans/${planId}/projection?open=${writeFigureRef(opens)}`}
            className="opens inline-flex min-h-6 items-center rounded-sm text-figure pointer-coarse:min-h-11"
          >
            {text}
          </Link>
        ) : (
          <span className="text-ink-3">{text}</span>
        )}
        {evidence && <EvidenceMark evidence={evidence} />}
      </span>
      {detail && <span className={detailClass}>{detail}</span>}
      {short && <span className={clsx(detailClass, "lg:hidden")}>{short}</span>}
    </td>
  );
}

const tones = { warn: "text-warn", bad: "text-bad", plain: "text-ink-2" };

function LackNote({ lack: { tone, text, detail, href } }: { lack: Lack }) {
  const Icon = tone === "bad" ? CircleX : TriangleAlert;
  const note = (
    <>
      {tone !== "plain" && (
        <span className="flex h-lh shrink-0 items-center">
          <Icon aria-hidden size={12} />
        </span>
      )}
      <span>{text}</span>
    </>
  );
  const className = clsx(
    "inline-flex min-h-6 items-start gap-1 py-[3px] pointer-coarse:min-h-11",
    tones[tone],
  );
  return href ? (
    <Link
      prefetch={false}
      href={href}
      title={detail}
      className={clsx(className, "hover:underline")}
    >
      {note}
    </Link>
  ) : (
    <span title={detail} className={className}>
      {note}
    </span>
  );
}
