import type { CSSProperties, ReactNode } from "react";

export type ScrollRegionProps = {
  readonly label: string;
  readonly children: ReactNode;
  readonly className: string;
  readonly style?: CSSProperties | undefined;
};

/** Scrolls in itself, so that what is wide or long never moves the page. */
export function ScrollRegion({ label, children, ...look }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} {...look}>
      {children}
    </section>
  );
}
