"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { TextInput } from "@/components/ui/text-input";
import type { ArrangedTable } from "@/lib/schemas/saved-view";
import type { Column } from "@/lib/views/types";
import { ColumnsButton } from "./columns-button";
import type { ArrangementState } from "./use-arrangement";
import { useSavedViews } from "./use-saved-views";
import { ViewsMenu } from "./views-menu";

export type TableToolsProps = {
  readonly tableId: ArrangedTable;
  readonly columns: readonly Column[];
  readonly state: ArrangementState;
  /** Names the field that filters: "Find a month". */
  readonly findLabel: string;
  /** Where there is little to find the field stays away. */
  readonly canFind?: boolean;
  readonly canReorder: boolean;
  /** Whether a column can be kept in sight. */
  readonly canPin?: boolean;
};

/** Filter, columns and the views a member keeps of a table. */
export function TableTools(props: TableToolsProps) {
  const { tableId, columns, state, findLabel, canFind = true, canReorder, canPin } = props;
  const { arrangement, arrange } = state;
  const saved = useSavedViews(tableId);
  useDefaultView(saved.views, state);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {canFind && (
        <TextInput
          type="search"
          aria-label={findLabel}
          placeholder={findLabel}
          value={arrangement.find}
          maxLength={80}
          onChange={(event) => arrange({ find: event.target.value })}
          unit={<Search aria-hidden size={14} />}
          className="w-52 max-sm:w-full"
        />
      )}
      <ColumnsButton
        columns={columns}
        arrangement={arrangement}
        arrange={arrange}
        canReorder={canReorder}
        canPin={canPin ?? false}
      />
      <ViewsMenu saved={saved} state={state} />
    </div>
  );
}

/** The default is shown where the address says nothing else; a link always shows what it says. */
function useDefaultView(views: ReturnType<typeof useSavedViews>["views"], state: ArrangementState) {
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current || views === null) return;
    looked.current = true;
    const standard = views.find(({ isDefault }) => isDefault);
    if (standard && state.isPlain && state.savedId === null) state.choose(standard, true);
  }, [views, state]);
}
