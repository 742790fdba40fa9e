import { clsx } from "clsx";
import type { ProseParagraph, ProseRun } from "@/lib/views/proposal/document";

/** Paragraphs as they read; lines of a list stand together. */
export function DocumentProse(props: {
  readonly paragraphs: readonly ProseParagraph[];
  readonly lead?: boolean;
}) {
  const { paragraphs, lead = false } = props;
  return (
    <div className={clsx("grid max-w-[68ch] gap-2", lead && "text-ink-2 text-lg leading-relaxed")}>
      {inGroups(paragraphs).map(({ at, style, own }) =>
        style === "bullet" ? (
          <ul key={at} className="grid list-disc gap-1 pl-5">
            {own.map((paragraph, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their place.
              <li key={nth}>
                <Runs runs={paragraph.runs} />
              </li>
            ))}
          </ul>
        ) : style === "numbered" ? (
          <ol key={at} className="grid list-decimal gap-1 pl-5">
            {own.map((paragraph, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their place.
              <li key={nth}>
                <Runs runs={paragraph.runs} />
              </li>
            ))}
          </ol>
        ) : (
          own.map((paragraph, nth) =>
            style === "heading" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their place.
              <h3 key={`${at}-${nth}`} className="mt-1 text-base">
                <Runs runs={paragraph.runs} />
              </h3>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their place.
              <p key={`${at}-${nth}`} className="text-pretty">
                <Runs runs={paragraph.runs} />
              </p>
            ),
          )
        ),
      )}
    </div>
  );
}

type Group = {
  readonly at: number;
  readonly style: ProseParagraph["style"];
  readonly own: ProseParagraph[];
};

function inGroups(paragraphs: readonly ProseParagraph[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const last = groups.at(-1);
    if (last?.style === paragraph.style) last.own.push(paragraph);
    else groups.push({ at, style: paragraph.style, own: [paragraph] });
  }
  return groups;
}

function Runs({ runs }: { readonly runs: readonly ProseRun[] }) {
  return runs.map((run, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name than their place.
    <Run key={at} run={run} />
  ));
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
