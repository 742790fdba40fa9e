"use client";

import { PartTable } from "@/components/history/comparison";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import type { IssueChanges } from "@/lib/views/proposal/issue-changes";
import type { OptionChange } from "@/lib/views/proposal/result-changes";
import { DocumentTable } from "./document-table";

type ChangesScreenProps = {
  readonly title: string;
  readonly above: readonly { readonly href: string; readonly label: string }[];
  /** What is compared: "Issue 1, 20 Nov 2026, 7f3a 91c2, beside the draft as saved, version 4". */
  readonly about: string;
  /** Heads of the two sides. */
  readonly sides: readonly [string, string];
  /** Null where a side cannot be computed: its plan or scenario is gone. */
  readonly changes: IssueChanges | null;
};

/** Line by line what differs between two states of a proposal: what it comes to, then why. */
export function ChangesScreen(props: ChangesScreenProps) {
  const { title, above, about, changes } = props;
  return (
    <>
      <header className="border-line border-b bg-surface px-4 py-3.5 md:px-7">
        <div className="mx-auto flex min-h-8 max-w-[1680px] flex-wrap items-center gap-x-4 gap-y-2">
          <Breadcrumb above={[...above]} here={title} />
        </div>
      </header>
      <div className="mx-auto grid w-full max-w-[1280px] grid-cols-1 gap-4 px-3 py-5 md:px-7">
        <p className="text-ink-2 text-sm">{about}</p>
        {changes ? (
          <Changes {...props} changes={changes} />
        ) : (
          <p className="text-ink-2">
            The plan of this proposal, or the scenario that it shows, is gone: there is nothing to
            compare.
          </p>
        )}
      </div>
    </>
  );
}

type SidesOf = Pick<ChangesScreenProps, "sides"> & { readonly changes: IssueChanges };

function Changes({ sides, changes }: SidesOf) {
  const { isSame, notes, results, breakEven, parts, quotes, texts } = changes;
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="text-sm text-warn">
          {note}
        </p>
      ))}
      {isSame && (
        <p className="card px-4 py-3.5">No change: words, inputs and every figure are the same.</p>
      )}
      {!isSame && (
        <>
          <h2 className="mt-2 text-lg">What it comes to</h2>
          {results.map((option) => (
            <OptionChanges key={option.optionId} option={option} />
          ))}
          {breakEven ? (
            <section aria-label="Break-even" className="card min-w-0 px-4 py-3.5">
              <h3 className="text-base">Break-even</h3>
              <DocumentTable table={breakEven} label="Break-even, before and now" />
            </section>
          ) : (
            <p className="text-ink-2 text-sm">No change in break-even.</p>
          )}
          <h2 className="mt-2 text-lg">Inputs of the plan</h2>
          {parts.length === 0 && <p className="text-ink-2 text-sm">No change.</p>}
          {parts.map((part) => (
            <PartTable key={`${part.subject}.${part.id}`} part={part} columns={sides} />
          ))}
          <h2 className="mt-2 text-lg">Quotes</h2>
          {quotes.length === 0 && <p className="text-ink-2 text-sm">No change.</p>}
          {quotes.map(({ id, name, text }) => (
            <p key={id} className="card px-4 py-3 text-sm">
              <span className="font-label">{name}</span>: {text}
            </p>
          ))}
          <h2 className="mt-2 text-lg">Words</h2>
          {texts.length === 0 && <p className="text-ink-2 text-sm">No change.</p>}
          {texts.map((text) => (
            <PartTable key={text.id} part={text} columns={sides} />
          ))}
        </>
      )}
    </>
  );
}

function OptionChanges({ option }: { readonly option: OptionChange }) {
  const { name, text, totals, lines } = option;
  return (
    <section aria-label={name} className="card min-w-0 px-4 py-3.5">
      <h3 className="text-base">{name}</h3>
      <p className="mt-0.5 text-ink-2 text-sm">{text}</p>
      {totals && <DocumentTable table={totals} label={`${name}, totals before and now`} />}
      {lines && (
        <details className="mt-2">
          <summary className="min-h-6 cursor-pointer font-label text-sm pointer-coarse:min-h-11">
            Every cost line by fiscal year
          </summary>
          <DocumentTable table={lines} label={`${name}, cost lines before and now`} />
        </details>
      )}
    </section>
  );
}
