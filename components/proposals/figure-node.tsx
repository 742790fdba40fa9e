"use client";

import {
  mergeAttributes,
  Node,
  type NodeViewProps,
  NodeViewWrapper,
  ReactNodeViewRenderer,
} from "@tiptap/react";
import type { Figures } from "@/lib/views/proposal/prose";

type FigureOptions = { readonly figures: Figures };

/** A computed number among the words: it is chosen and deleted as one, and never typed over. */
export const FigureNode = Node.create<FigureOptions>({
  ...{ name: "figure", group: "inline", inline: true, atom: true, selectable: true },
  addOptions: () => ({ figures: new Map() }),
  addAttributes: () => ({ key: { default: "" }, label: { default: "" } }),
  parseHTML: () => [{ tag: "span[data-figure]" }],
  renderHTML: ({ HTMLAttributes, node }) => [
    "span",
    mergeAttributes(HTMLAttributes, { "data-figure": node.attrs.key }),
    String(node.attrs.label),
  ],
  addNodeView() {
    return ReactNodeViewRenderer(FigureChip);
  },
});

function FigureChip({ node, extension, selected }: NodeViewProps) {
  const { key, label } = node.attrs as { readonly key: string; readonly label: string };
  const found = (extension.options as FigureOptions).figures.get(key);
  return (
    <NodeViewWrapper
      as="span"
      title={label}
      className={`rounded-sm px-1 font-title ${found ? "bg-accent-soft text-ink" : "bg-bad-soft text-bad"} ${selected ? "outline-2 outline-accent" : ""}`}
    >
      {found?.value ?? `${label}: gone`}
    </NodeViewWrapper>
  );
}
