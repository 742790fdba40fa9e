import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export type TextInputProps = Omit<ComponentProps<"input">, "size"> & {
  /** Inside at the right, such as a unit. */
  readonly unit?: ReactNode;
  readonly tall?: boolean;
};

export function TextInput({ unit, tall, className, type = "text", ...rest }: TextInputProps) {
  return (
    <InputFrame unit={unit} className={clsx(tall && "h-[42px] text-base", className)}>
      <input type={type} {...rest} className={inputClass} />
    </InputFrame>
  );
}

export const inputClass =
  "h-full w-full min-w-0 flex-1 rounded-md bg-transparent px-2.5 outline-none disabled:text-ink-3";

/** The edge around an input, which carries the focus ring for it. */
export function InputFrame({
  unit,
  mark,
  className,
  children,
}: {
  unit?: ReactNode;
  mark?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div
      className={clsx(
        "control flex min-w-0 items-center has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
        className,
      )}
    >
      {children}
      {(unit || mark) && (
        <span className="flex shrink-0 items-center gap-1.5 whitespace-nowrap pr-2.5 text-ink-3">
          {unit}
          {mark}
        </span>
      )}
    </div>
  );
}
