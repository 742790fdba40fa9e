"use client";

import { ChevronDown, ChevronUp, Columns3, Pin, PinOff } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import type { Arrangement } from "@/lib/schemas/saved-view";
import { arrangedColumns, withColumnMoved } from "@/lib/views/arrange";
import type { Column } from "@/lib/views/types";

export type ColumnsButtonProps = {
  readonly columns: readonly Column[];
  readonly arrangement: Arrangement;
  readonly arrange: (change: Partial<Arrangement>) => void;
  readonly canReorder: boolean;
  readonly canPin: boolean;
};

/** Which columns are shown, and in which order. */
export function ColumnsButton(props: ColumnsButtonProps) {
  const listed = arrangedColumns(props.columns, props.arrangement);
  const hidden = listed.filter(({ shown }) => !shown).length;
  return (
    <Popover
      title="Columns"
      align="start"
      trigger={(trigger) => (
        <Button size="normal" icon={<Columns3 aria-hidden size={14} />} {...trigger}>
          Columns{hidden > 0 && `, ${hidden} hidden`}
        </Button>
      )}
    >
      {() => <ColumnList {...props} />}
    </Popover>
  );
}

function ColumnList({ columns, arrangement, arrange, canReorder, canPin }: ColumnsButtonProps) {
  const listed = arrangedColumns(columns, arrangement);
  const { hidden, pinned = [] } = arrangement;
  const move = (id: string, by: -1 | 1) =>
    arrange({ order: [...withColumnMoved(columns, arrangement, { id, by })] });
  return (
    <div className="grid max-h-[50vh] gap-1 overflow-y-auto">
      <ul>
        {listed.map(({ column: { id, label }, shown }, index) => (
          <li key={id} className="flex min-h-8 items-center gap-1">
            <Checkbox
              label={label}
              checked={shown}
              onCheckedChange={(show) =>
                arrange({
                  hidden: show ? hidden.filter((other) => other !== id) : [...hidden, id],
                })
              }
              className="mr-auto items-center pr-4"
            />
            {canPin && (
              <PinButton
                label={label}
                isPinned={pinned.includes(id)}
                onPin={(pin) =>
                  arrange({
                    pinned: pin ? [...pinned, id] : pinned.filter((other) => other !== id),
                  })
                }
              />
            )}
            {canReorder && (
              <>
                <IconButton
                  label={`Move ${label} to the left`}
                  icon={<ChevronUp aria-hidden size={14} />}
                  disabled={index === 0}
                  onClick={() => move(id, -1)}
                  className="size-7!"
                />
                <IconButton
                  label={`Move ${label} to the right`}
                  icon={<ChevronDown aria-hidden size={14} />}
                  disabled={index === listed.length - 1}
                  onClick={() => move(id, 1)}
                  className="size-7!"
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <Button
        size="small"
        variant="quiet"
        className="justify-self-start"
        onClick={() => arrange({ hidden: [], order: [], ...(canPin && { pinned: [] }) })}
      >
        Show all as they come
      </Button>
    </div>
  );
}

function PinButton(props: {
  readonly label: string;
  readonly isPinned: boolean;
  readonly onPin: (pin: boolean) => void;
}) {
  const { label, isPinned, onPin } = props;
  const Icon = isPinned ? PinOff : Pin;
  return (
    <IconButton
      label={isPinned ? `Let ${label} scroll` : `Keep ${label} in sight`}
      icon={<Icon aria-hidden size={14} />}
      onClick={() => onPin(!isPinned)}
      className="size-7!"
    />
  );
}
