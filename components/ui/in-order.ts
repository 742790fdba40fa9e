import { Children, type ReactElement, type ReactNode } from "react";

/** Items that have no name but their place and never move: each is drawn, and known by that place. */
export function inOrder<Item>(
  items: readonly Item[],
  draw: (item: Item) => ReactElement,
): ReactNode {
  return Children.toArray(items.map((item) => draw(item)));
}
