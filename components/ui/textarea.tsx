import { clsx } from "clsx";
import type { ComponentProps } from "react";

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      {...rest}
      className={clsx("control h-auto w-full px-2.5 py-1.5 pointer-coarse:h-auto", className)}
    />
  );
}
