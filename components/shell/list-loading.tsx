"use client";

import { PageHead } from "@/components/shell/page-head";
import { Skeleton } from "@/components/ui/skeleton";

const rows = ["w-48", "w-36", "w-56"];

/** What a list will look like, while it is on its way. */
export function ListLoading({ title }: { readonly title: string }) {
  return (
    <>
      <PageHead title={title} />
      <div className="mx-auto w-full max-w-[1680px] px-4 py-5 md:px-7">
        <div className="card">
          <div className="h-8 rounded-t-lg bg-sunken" />
          {rows.map((width) => (
            <div key={width} className="flex h-12 items-center border-line border-t px-4">
              <Skeleton className={`h-3.5 ${width}`} />
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
