import type { ReactNode } from "react";

/**
 * To the offers without their prices, as a document of its own: a page that the router puts in place of this one
 * would still hold what this one was sent.
 */
export function HidePricesLink(props: {
  readonly planId: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    <a href={`/reviews/${props.planId}`} className={props.className}>
      {props.children}
    </a>
  );
}
