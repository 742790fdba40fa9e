"use client";

import { BookmarkPlus, ChevronDown, Pencil, Pin, PinOff, Save, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { plainArrangement, type SavedView } from "@/lib/schemas/saved-view";
import { isSameArrangement } from "@/lib/views/arrange";
import type { ArrangementState } from "./use-arrangement";
import type { SavedViews } from "./use-saved-views";

const NameViewDialog = dynamic(() => import("./name-view-dialog").then((m) => m.NameViewDialog), {
  ssr: false,
});

const asItComes = "";
const size = { "aria-hidden": true, size: 14 } as const;

type Naming = { readonly view: SavedView; readonly isNew: boolean };

/** The views that a member keeps of this table: choose, save, rename, default, delete. */
export function ViewsMenu({
  saved,
  state,
}: {
  readonly saved: SavedViews;
  readonly state: ArrangementState;
}) {
  const { arrangement, choose, savedId } = state;
  const [naming, setNaming] = useState<Naming | null>(null);
  const views = saved.views ?? [];
  const chosen = views.find(({ id }) => id === savedId);
  const changed = chosen !== undefined && !isSameArrangement(chosen.arrangement, arrangement);
  const pick = (id: string) =>
    choose(views.find((view) => view.id === id) ?? { id: null, arrangement: plainArrangement });

  const items: MenuItem[] = [
    {
      kind: "choice",
      label: "Views of your own",
      closes: true,
      value: chosen?.id ?? asItComes,
      onValueChange: pick,
      options: [
        { value: asItComes, label: "As it comes" },
        ...views.map(({ id, name, isDefault }) => ({
          value: id,
          label: isDefault ? `${name} (default)` : name,
        })),
      ],
    },
    { kind: "separator" },
    {
      label: "Save as a new view",
      icon: <BookmarkPlus {...size} />,
      onSelect: () =>
        setNaming({
          isNew: true,
          view: { id: newId(), name: "", arrangement, isDefault: false },
        }),
    },
    ...(chosen ? itemsOf(chosen) : []),
  ];

  function itemsOf(view: SavedView): MenuItem[] {
    const { name, isDefault } = view;
    return [
      ...(changed
        ? [
            {
              label: `Update ${name}`,
              icon: <Save {...size} />,
              onSelect: () => void saved.save({ ...view, arrangement }, `${name} updated`),
            },
          ]
        : []),
      {
        label: isDefault ? `Stop using ${name} as the default` : `Make ${name} the default`,
        icon: isDefault ? <PinOff {...size} /> : <Pin {...size} />,
        onSelect: () =>
          void saved.save(
            { ...view, isDefault: !isDefault },
            isDefault ? "The table has no default view" : `${name} is the default view`,
          ),
      },
      {
        label: `Rename ${name}`,
        icon: <Pencil {...size} />,
        onSelect: () => setNaming({ view, isNew: false }),
      },
      {
        label: `Delete ${name}`,
        icon: <Trash2 {...size} />,
        danger: true,
        onSelect: () => void saved.remove(view),
      },
    ];
  }

  return (
    <>
      <Menu
        label="Views"
        align="start"
        items={items}
        trigger={(props) => (
          <Button {...props}>
            View: {chosen?.name ?? "as it comes"}
            {changed && ", changed"}
            <ChevronDown aria-hidden size={12} />
          </Button>
        )}
      />
      {naming && (
        <NameViewDialog
          {...naming}
          onSave={saved.save}
          onSaved={(view) => choose(view)}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
