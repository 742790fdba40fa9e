import type { ReactNode } from "react";
import { Brand } from "@/components/shell/brand";
import { CrossingPicture } from "./crossing-picture";

export type EntranceProps = {
  readonly title: string;
  readonly intro: string;
  readonly version: string;
  readonly children: ReactNode;
};

/** The frame around signing in and signing up. */
export function Entrance({ title, intro, version, children }: EntranceProps) {
  return (
    <div className="grid min-h-dvh bg-surface lg:grid-cols-[minmax(26rem,35rem)_minmax(0,1fr)]">
      <main className="flex flex-col gap-10 px-4 py-7 sm:px-12 lg:px-24 lg:py-10">
        <Brand size={24} />
        <div className="m-auto grid w-full max-w-[368px] gap-4">
          <div>
            <h1 className="text-2xl tracking-[-0.02em]">{title}</h1>
            <p className="mt-1 text-ink-2 text-lg">{intro}</p>
          </div>
          {children}
        </div>
        <p className="text-ink-3 text-xs">Open source, Apache-2.0. Version {version}</p>
      </main>
      <aside
        aria-label="What Loadline is for"
        className="grid place-items-center border-line border-l bg-sunken p-10 max-lg:hidden"
      >
        <div className="w-full max-w-[560px]">
          <CrossingPicture />
          <p className="mt-9 ml-2 max-w-[470px] text-balance font-label text-[24px] leading-8 tracking-[-0.015em]">
            The price of a GPU-hour is the tip. Loadline shows the rest, and where the curves cross.
          </p>
        </div>
      </aside>
    </div>
  );
}
