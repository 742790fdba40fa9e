"use client";

import dynamic from "next/dynamic";
import { TabHead } from "../tab-head";
import { usePlanOnTab } from "../use-plan-on-tab";

const AssumptionsEditor = dynamic(() =>
  import("./assumptions-editor").then((module) => module.AssumptionsEditor),
);

export function AssumptionsTab() {
  const { stored, overlay } = usePlanOnTab();
  return (
    <div className="mx-auto grid w-full max-w-[1680px] grid-cols-1 gap-4 px-4 py-5 md:px-7">
      <TabHead
        title="Assumptions"
        description="What holds for every option alike. Each figure is saved when its field is left."
        canEdit={stored.canEdit}
        overlay={overlay}
      />
      <AssumptionsEditor stored={stored} />
    </div>
  );
}
