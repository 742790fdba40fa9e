import { Select } from "@/components/ui/select";
import type { CategoryFrom, ChosenCategories } from "@/lib/schemas/lines-import";
import { type QuoteCategory, quoteCategories } from "@/lib/schemas/quote";
import { categoryOrigins } from "@/lib/views/lines-import";
import { categoryNames } from "@/lib/views/quote-names";

const choices = quoteCategories.map((value) => ({ value, label: categoryNames[value] }));

type LineCategoryProps = {
  readonly row: number;
  readonly read: { readonly category: QuoteCategory; readonly from: CategoryFrom };
  readonly chosen: ChosenCategories;
  readonly onChoose: (chosen: ChosenCategories) => void;
};

/** A line's category, how it came to it, and the way to another. */
export function LineCategory({ row, read, chosen, onChoose }: LineCategoryProps) {
  const own = quoteCategories.find((category) => chosen[category]?.includes(row));
  const origin = categoryOrigins[own ? "chosen" : read.from];
  const choose = (category: QuoteCategory) => {
    const others = Object.entries(chosen).map(([name, rows]) => [
      name,
      rows.filter((one) => one !== row),
    ]);
    const kept: ChosenCategories = Object.fromEntries(others);
    onChoose({ ...kept, [category]: [...(kept[category] ?? []), row] });
  };
  return (
    <span className="grid min-w-32 gap-0.5">
      <Select
        small
        aria-label={`Category, row ${row}`}
        value={own ?? read.category}
        onValueChange={choose}
        options={choices}
      />
      {origin && (
        <span
          className={read.from === "words" && !own ? "text-warn text-xs" : "text-ink-3 text-xs"}
        >
          {origin}
        </span>
      )}
    </span>
  );
}
