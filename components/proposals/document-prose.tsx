import { clsx } from "clsx";
import { inOrder } from "@/components/ui/in-order";
import type { ProseParagraph, ProseRun } from "@/lib/views/proposal/document";

/** Paragraphs as they read; lines of a list stand together. */
export function DocumentProse(props: {
  readonly paragraphs: readonly ProseParagraph[];
  readonly lead?: boolean;
}) {
  const { paragraphs, lead = false } = props;
  return (
    <div className={clsx("grid max-w-[68ch] gap-2", lead && "text-ink-2 text-lg leading-relaxed")}>
      {inOrder(inGroups(paragraphs), (group) => (
        <Group {...group} />
      ))}
    </div>
  );
}

type GroupProps = {
  readonly style: ProseParagraph["style"];
  readonly own: readonly ProseParagraph[];
};

function inGroups(paragraphs: readonly ProseParagraph[]): readonly GroupProps[] {
  const groups: { style: ProseParagraph["style"]; own: ProseParagraph[] }[] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    if (last?.style === paragraph.style) last.own.push(paragraph);
    else groups.push({ style: paragraph.style, own: [paragraph] });
  }
  return groups;
}

function Group({ style, own }: GroupProps) {
  const items = inOrder(own, ({ runs }) => (
    <li>
      <Runs runs={runs} />
    </li>
  ));
  switch (style) {
    case "bullet":
      return <ul className="grid list-disc gap-1 pl-5">{items}</ul>;
    case "numbered":
      return <ol className="grid list-decimal gap-1 pl-5">{items}</ol>;
    case "heading":
      return inOrder(own, ({ runs }) => (
        <h3 className="mt-1 text-base">
          <Runs runs={runs} />
        </h3>
      ));
    case "plain":
      return inOrder(own, ({ runs }) => (
        <p className="text-pretty">
          <Runs runs={runs} />
        </p>
      ));
  }
}

function Runs({ runs }: Pick<ProseParagraph, "runs">) {
  return inOrder(runs, (run) => <Run run={run} />);
}

function Run({ run: { text, isBold, isItalic, href } }: { readonly run: ProseRun }) {
  const words = href ? (
    <a href={href} target="_blank" rel="noreferrer" className="link">
      {text}
    </a>
  ) : (
    text
  );
  if (isBold) return <strong className="font-title text-ink">{words}</strong>;
  return isItalic ? <em>{words}</em> : words;
}
