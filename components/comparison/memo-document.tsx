import type { ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";

type Part = { readonly children?: ReactNode };

const headCell =
  "border-line-strong border-b px-2 py-1.5 text-left align-bottom text-ink-3 text-xs";

/** The memo's own title stands under the card's. */
const onScreen: Components = {
  h1: ({ children }: Part) => <h3 className="mb-1 text-xl">{children}</h3>,
  h2: ({ children }: Part) => (
    <h4 className="mt-6 mb-2 border-line border-b pb-1 font-title text-lg">{children}</h4>
  ),
  h3: ({ children }: Part) => <h5 className="mt-4 mb-1 font-title text-base">{children}</h5>,
  p: ({ children }: Part) => <p className="my-2 max-w-[75ch]">{children}</p>,
  ul: ({ children }: Part) => <ul className="my-2 max-w-[75ch] list-disc pl-5">{children}</ul>,
  ol: ({ children }: Part) => <ol className="my-2 max-w-[75ch] list-decimal pl-5">{children}</ol>,
  a: ({ children, href }) => (
    <a href={href} rel="noreferrer" className="link">
      {children}
    </a>
  ),
  table: ({ children }: Part) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div tabIndex={0} className="scrolls-x my-2">
      <table className="w-full border-collapse text-sm">{children}</table>
    </div>
  ),
  th: ({ children, style }) =>
    children === undefined ? (
      <td className={headCell} />
    ) : (
      <th style={style} scope="col" className={headCell}>
        {children}
      </th>
    ),
  td: ({ children, style }) => (
    <td style={style} className="border-line border-b px-2 py-1.5 align-top first:text-ink-2">
      {children}
    </td>
  ),
};

type MemoDocumentProps = {
  readonly text: string;
  /** Plain elements, for paper and for other programs. */
  readonly plain?: boolean;
};

/** Markdown as a document. HTML in it stays text, and an image of elsewhere is not fetched. */
export function MemoDocument({ text, plain = false }: MemoDocumentProps) {
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      disallowedElements={["img"]}
      {...(!plain && { components: onScreen })}
    >
      {text}
    </Markdown>
  );
}
