import { Text } from "@react-pdf/renderer";
import type { ComponentProps, ReactNode } from "react";
import { printable } from "./printable";

type TextProps = Extract<ComponentProps<typeof Text>, { wrap?: boolean }>;

type WordsProps = Omit<TextProps, "children" | "render"> & { readonly children: ReactNode };

/** Text of a page: every string that anybody typed passes here, whatever is in it. */
export function Words({ children, style, ...props }: WordsProps) {
  const styles = [usual, ...(Array.isArray(style) ? style : [style ?? {}])];
  return (
    <Text {...props} style={styles}>
      {typeof children === "string" ? printable(children) : children}
    </Text>
  );
}

/** The library takes the height of a line from the size on the text itself, never from one around it. */
const usual = { fontSize: 9, lineHeight: 1.5 };
