import { Select } from "@/components/ui/select";
import {
  type ColumnMapping,
  type ImportField,
  importFields,
  type LinesPreview,
} from "@/lib/schemas/lines-import";
import { columnTitle, fieldNames } from "@/lib/views/lines-import";

type ImportColumnsProps = {
  readonly preview: LinesPreview;
  readonly onChange: (mapping: ColumnMapping) => void;
};

const unused = "unused";
const choices = [
  { value: unused, label: "Not used" },
  ...importFields.map((field) => ({ value: field, label: fieldNames[field] })),
];

/** Each column of the file, with what it holds of a line. */
export function ImportColumns({ preview: { columns, mapping }, onChange }: ImportColumnsProps) {
  const fieldAt = (column: number) =>
    importFields.find((field) => mapping[field] === column) ?? unused;
  const choose = (column: number, chosen: string) => {
    const others = importFields.filter(
      (field) => field !== chosen && mapping[field] !== undefined && mapping[field] !== column,
    );
    const kept = Object.fromEntries(others.map((field) => [field, mapping[field]]));
    onChange(chosen === unused ? kept : { ...kept, [chosen as ImportField]: column });
  };
  return (
    <section aria-labelledby="columns" className="card min-w-0">
      <h2 id="columns" className="px-[18px] py-3 text-lg">
        Columns
      </h2>
      <ul className="grid border-line border-t sm:grid-cols-2 2xl:grid-cols-3">
        {columns.map((column) => (
          <li
            key={column.index}
            className="flex min-w-0 items-start gap-3 border-line border-b px-[18px] py-2.5"
          >
            <div className="min-w-0 flex-1">
              <p className="truncate font-label text-sm" title={columnTitle(column)}>
                <span className="text-ink-3">{column.letters}</span> {column.name || "no header"}
              </p>
              <p className="truncate text-ink-3 text-xs">{column.samples.join(" · ") || "empty"}</p>
            </div>
            <Select
              small
              aria-label={`Column ${columnTitle(column)}`}
              value={fieldAt(column.index)}
              onValueChange={(chosen) => choose(column.index, chosen)}
              options={choices}
              className="w-36 shrink-0"
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
