"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import { CopyField, type CopyFieldProps } from "./copy-field";

type ShownOnceProps = Pick<CopyFieldProps, "label" | "noun" | "value"> & {
  readonly title: ReactNode;
  readonly onDone: () => void;
  /** Below the value. */
  readonly children?: ReactNode;
};

/** The one moment at which a secret is seen: what is stored cannot give it again. */
export function ShownOnce({ title, onDone, children, ...field }: ShownOnceProps) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={id}
      className="mt-4 grid gap-2.5 rounded-lg border border-accent bg-accent-soft px-4 py-3 outline-none"
    >
      <p id={id} className="text-sm">
        {title}
      </p>
      <CopyField {...field} primary>
        <Button variant="quiet" onClick={onDone}>
          Done
        </Button>
      </CopyField>
      {children}
    </section>
  );
}
