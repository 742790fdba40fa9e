import { Text } from "@react-pdf/renderer";
import type { ComponentProps, ReactNode } from "react";
import { printable, printableLine } from "./printable";

type TextProps = Extract<ComponentProps<typeof Text>, { wrap?: boolean }>;

type WordsProps = Omit<TextProps, "children" | "render"> & {
  readonly children: ReactNode;
  /** Letters at most, where a drawing and its words have to stay on one page. */
  readonly atMost?: number;
};

/** Text of a page: every string that anybody typed passes here, whatever is in it. */
export function Words({ children, style, atMost, ...props }: WordsProps) {
  const styles = [usual, ...(Array.isArray(style) ? style : [style ?? {}])];
  return (
    <Text {...props} style={styles}>
      {typeof children === "string" ? shown(children, atMost) : children}
    </Text>
  );
}

const shown = (text: string, atMost: number | undefined) =>
  atMost === undefined ? printable(text) : printableLine(text, atMost);

/** The library takes the height of a line from the size on the text itself, never from one around it. */
const usual = { fontSize: 9, lineHeight: 1.5 };
