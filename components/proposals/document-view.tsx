"use client";

import { clsx } from "clsx";
import { memo } from "react";
import { inOrder } from "@/components/ui/in-order";
import type { DocumentSection, ProposalDocument } from "@/lib/views/proposal/document";
import { DocumentBlock } from "./document-block";
import { DocumentFoot, DocumentHead } from "./document-head";
import { houseRuleClass, houseRules } from "./house-rules";

/** A proposal as it reads, the first section under the title as on its first page. */
export function DocumentView({ document }: { readonly document: ProposalDocument }) {
  const { subject, title, name, issued, house, sections } = document;
  return (
    <article
      className="card mx-auto w-full max-w-[860px] px-5 py-7 md:px-12 md:py-10"
      style={houseRules(house)}
    >
      <header>
        <DocumentHead {...{ house, name, issued }} />
        <p className="mt-7 text-ink-3 text-xs">{subject}</p>
        <h2 className="mt-1 text-3xl leading-tight">{title}</h2>
      </header>
      {sections.map((section, at) => (
        <Section key={section.id} section={section} untitled={at === 0} />
      ))}
      <DocumentFoot {...{ house, issued }} />
    </article>
  );
}

const Section = memo(function Section(props: {
  readonly section: DocumentSection;
  readonly untitled: boolean;
}) {
  const { section, untitled } = props;
  const { id, title, blocks } = section;
  return (
    <section id={`section-${id}`} aria-label={title} className={untitled ? "mt-3" : "mt-12"}>
      {!untitled && <h2 className={clsx(houseRuleClass, "mb-4 pb-1.5 text-xl")}>{title}</h2>}
      <div className="grid min-w-0 gap-7">
        {inOrder(blocks, (block) => (
          <DocumentBlock block={block} sectionTitle={title} />
        ))}
      </div>
    </section>
  );
});
