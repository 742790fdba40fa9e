"use client";

import { clsx } from "clsx";
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from "react";
import { Segmented } from "@/components/ui/segmented";

const narrowest = 25;
const widest = 75;
const step = 5;

/** Form and file side by side, with a bar between them to move; on a phone one or the other. */
export function Beside(props: { readonly children: ReactNode; readonly file: ReactNode }) {
  const [percent, setPercent] = useState(60);
  const [side, setSide] = useState<"entry" | "file">("file");
  const frame = useRef<HTMLDivElement>(null);
  const set = (value: number) => setPercent(Math.min(widest, Math.max(narrowest, value)));
  const drag = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (event.buttons !== 1 || !box) return;
    set(((event.clientX - box.left) / box.width) * 100);
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(percent + by);
  };
  return (
    <div className="grid gap-3">
      <Segmented
        label="What to see"
        value={side}
        onValueChange={setSide}
        options={[
          { value: "file", label: "File" },
          { value: "entry", label: "Entry" },
        ]}
        className="justify-self-start panel:hidden"
      />
      <div ref={frame} className="flex min-w-0 items-start">
        <div
          className={clsx(
            "min-w-0 basis-full panel:shrink-0 panel:basis-(--entry-width)",
            side === "file" && "max-panel:hidden",
          )}
          style={{ "--entry-width": `${percent}%` } as CSSProperties}
        >
          {props.children}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is a separator, not a thematic break */}
        <div
          role="separator"
          aria-orientation="vertical"
          aria-label="Width of the entry"
          aria-valuemin={narrowest}
          aria-valuemax={widest}
          aria-valuenow={Math.round(percent)}
          tabIndex={0}
          onKeyDown={press}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          className="sticky top-4 mx-1.5 hidden h-[calc(100dvh-8rem)] w-1.5 shrink-0 cursor-col-resize touch-none rounded-full bg-line hover:bg-line-strong panel:block"
        />
        <div
          className={`sticky top-4 h-[calc(100dvh-8rem)] min-w-0 flex-1 ${side === "file" ? "" : "max-panel:hidden"}`}
        >
          {props.file}
        </div>
      </div>
    </div>
  );
}
