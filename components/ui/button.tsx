import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

export type ButtonLook = {
  /** One primary a view. */
  readonly variant?: "primary" | "secondary" | "quiet" | "danger";
  readonly size?: "small" | "normal" | "large";
};

const variants = {
  primary: "border-ink bg-ink text-on-ink hover:bg-ink-2 hover:border-ink-2",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink",
  danger: "border-bad bg-surface text-bad hover:bg-bad-soft",
};

const sizes = {
  small: "h-[26px] px-2 text-xs",
  normal: "h-8 px-3 text-sm",
  large: "h-[42px] px-4 text-base",
};

export function buttonClass({ variant = "secondary", size = "normal" }: ButtonLook = {}) {
  return clsx(
    "inline-flex items-center justify-center gap-1.5 shrink-0 rounded-md border font-label whitespace-nowrap no-underline select-none",
    "duration-80 hover:transition-colors pointer-coarse:h-11 pointer-coarse:px-4",
    "disabled:border-line disabled:bg-sunken disabled:text-ink-3 aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-3",
    variants[variant],
    sizes[size],
  );
}

export type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    readonly icon?: ReactNode;
    /** Keeps its place and focus, and takes no second press. */
    readonly busy?: boolean;
  };

export function Button({
  variant,
  size,
  icon,
  busy = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(busy && { "aria-disabled": true, "aria-busy": true })}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={clsx(
        buttonClass({ ...(variant && { variant }), ...(size && { size }) }),
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
}
