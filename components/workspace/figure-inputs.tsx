import Link from "next/link";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import type { ExplainedInput, LineExplanation } from "@/lib/views/explain-line";

/** A line's formula in words and every input of it: value, unit, mark, source, date, link. */
export function FigureInputs({ explanation }: { readonly explanation: LineExplanation }) {
  return (
    <>
      <p className="mb-3 text-ink-2">{explanation.formula}</p>
      <h3 className="mb-1 text-ink-3 text-xs">Inputs</h3>
      <ul>
        {explanation.inputs.map((input) => (
          <InputRow key={input.path} input={input} />
        ))}
      </ul>
    </>
  );
}

/** A source that can be opened: the quote it is, or its page elsewhere. */
function SourceText({ source, url, quoteHref }: ExplainedInput) {
  if (quoteHref)
    return (
      <Link href={quoteHref} className="link">
        {source}
      </Link>
    );
  if (!url) return source;
  return (
    <a href={url} target="_blank" rel="noreferrer" className="link">
      {source}
    </a>
  );
}

function InputRow({ input }: { readonly input: ExplainedInput }) {
  const { owner, label, value, evidence, source, note, converted, base, href } = input;
  return (
    <li className="border-line border-t py-2 text-sm">
      <div className="flex items-baseline gap-3">
        <Link href={href} className="link min-h-6 min-w-0 flex-1">
          {label}
        </Link>
        <span className="text-right font-label">
          {value}
          {evidence && <EvidenceMark evidence={evidence} className="ml-1.5" />}
        </span>
      </div>
      <p className="text-ink-3 text-xs">
        {owner}
        {evidence && `, ${evidence}`}
        {source && (
          <>
            {": "}
            <SourceText {...input} />
          </>
        )}
      </p>
      {converted && <p className="text-ink-3 text-xs">{converted}</p>}
      {base !== undefined && <p className="text-accent text-xs">Changed from {base}</p>}
      {note && <p className="text-ink-3 text-xs">{note}</p>}
    </li>
  );
}
