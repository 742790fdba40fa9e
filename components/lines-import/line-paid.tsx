import { Select } from "@/components/ui/select";
import type { ChosenPaid, SampleLine } from "@/lib/schemas/lines-import";
import { type Recurrence, recurrences } from "@/lib/schemas/quote";
import { paidOrigin } from "@/lib/views/lines-import";
import { recurrenceNames } from "@/lib/views/quote-names";

const choices = recurrences.map((value) => ({ value, label: recurrenceNames[value] }));
const unsaid = { value: "unsaid" as const, label: "choose" };

type LinePaidProps = {
  readonly read: SampleLine;
  readonly chosen: ChosenPaid;
  readonly onChoose: (chosen: ChosenPaid) => void;
};

/** How often a line is paid, how that came, and the way to another. */
export function LinePaid({ read, chosen, onChoose }: LinePaidProps) {
  const { row, line } = read;
  const own = recurrences.find((recurrence) => chosen[recurrence]?.includes(row));
  const isUnclear = read.recurrenceFrom === "unclear" && !own;
  const origin = paidOrigin(own ? { line, recurrenceFrom: "chosen" } : read);
  const choose = (recurrence: Recurrence | "unsaid") => {
    if (recurrence === "unsaid") return;
    const others = Object.entries(chosen).map(([name, rows]) => [
      name,
      rows.filter((one) => one !== row),
    ]);
    const kept: ChosenPaid = Object.fromEntries(others);
    onChoose({ ...kept, [recurrence]: [...(kept[recurrence] ?? []), row] });
  };
  return (
    <span className="grid min-w-24 gap-0.5">
      <Select
        small
        aria-label={`Paid, row ${row}`}
        value={isUnclear ? unsaid.value : (own ?? line.recurrence)}
        onValueChange={choose}
        options={isUnclear ? [unsaid, ...choices] : choices}
      />
      {origin.text !== "" && (
        <span className={origin.tone === "warn" ? "text-warn text-xs" : "text-ink-3 text-xs"}>
          {origin.text}
        </span>
      )}
    </span>
  );
}
