"use client";

import { Rows3 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import type { ComparisonGroup } from "@/lib/views/comparison/types";

type RowsButtonProps = {
  readonly groups: readonly ComparisonGroup[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: string[]) => void;
};

/** Which rows are shown. */
export function RowsButton({ groups, hidden, onChange }: RowsButtonProps) {
  const rows = groups.flatMap((group) => group.rows);
  const count = rows.filter(({ id }) => hidden.includes(id)).length;
  return (
    <Popover
      title="Rows"
      align="end"
      trigger={(trigger) => (
        <Button icon={<Rows3 aria-hidden size={14} />} {...trigger}>
          Rows{count > 0 && `, ${count} hidden`}
        </Button>
      )}
    >
      {() => (
        <div className="grid max-h-[60vh] gap-1 overflow-y-auto">
          {rows.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={!hidden.includes(id)}
              onCheckedChange={(shown) =>
                onChange(shown ? hidden.filter((one) => one !== id) : [...hidden, id])
              }
              className="min-h-8 items-center pr-4"
            />
          ))}
          <Button
            size="small"
            variant="quiet"
            className="justify-self-start"
            onClick={() => onChange([])}
          >
            Show all
          </Button>
        </div>
      )}
    </Popover>
  );
}
