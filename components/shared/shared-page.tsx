import { clsx } from "clsx";
import { DocumentFoot } from "@/components/proposals/document-head";
import { HouseMark } from "@/components/proposals/house-mark";
import { houseRuleClass, houseRules } from "@/components/proposals/house-rules";
import { inOrder } from "@/components/ui/in-order";
import type { DocumentSection, ProposalDocument } from "@/lib/views/proposal/document";
import { SharedBlock } from "./shared-block";
import { SharedFrame } from "./shared-frame";

export type SharedPageProps = {
  /** What `sharedDocument` let through, and nothing else. */
  readonly document: ProposalDocument;
  /** "read only until 20 Dec 2026" */
  readonly until: string;
  /** As a projector needs it. */
  readonly large: boolean;
};

/** An issued proposal for whoever has the link: on a phone, on a desk, on a wall, on paper. */
export function SharedPage({ document, until, large }: SharedPageProps) {
  const { house, issued, sections } = document;
  return (
    <SharedFrame
      head={
        <>
          <p className="ml-auto text-ink-3 text-xs max-sm:basis-full max-sm:order-last">
            {issued ? `Issued ${issued.date}, ${until}` : until}
          </p>
          <a
            href={large ? "?" : "?type=large"}
            className="link inline-flex min-h-6 items-center text-sm max-sm:ml-auto pointer-coarse:min-h-11 print:hidden"
          >
            {large ? "Usual type" : "Large type"}
          </a>
        </>
      }
    >
      <main
        className={clsx(
          "shared-page mx-auto w-full max-w-[1032px] px-4 pt-8 pb-14 md:pt-12",
          large && "shared-large",
        )}
        style={houseRules(house)}
      >
        <Heading {...document} />
        {inOrder(
          sections.map((section, at) => ({ section, isFirst: at === 0 })),
          (of) => (
            <>
              <Section {...of} />
              {of.isFirst && <Contents sections={sections} />}
            </>
          ),
        )}
        <DocumentFoot house={house} issued={issued} />
      </main>
    </SharedFrame>
  );
}

function Heading({ house, subject, name, title }: ProposalDocument) {
  return (
    <header>
      <p className="flex flex-wrap items-center gap-2 text-ink-3 text-sm">
        <HouseMark house={house} />
        {[house.organizationName, subject, name, house.confidentiality].filter(Boolean).join(". ")}
      </p>
      <h1 className="shared-title mt-2.5 mb-3.5">{title}</h1>
    </header>
  );
}

/** Where the rest is, after the page that stands alone. */
function Contents({ sections }: Pick<ProposalDocument, "sections">) {
  const others = sections.slice(1);
  if (others.length === 0) return null;
  return (
    <nav aria-label="Contents" className="mt-12 border-line border-y py-3 print:hidden">
      <ol className="grid gap-x-8 gap-y-1 sm:columns-2 sm:block lg:columns-3">
        {inOrder(others, ({ id, title }) => (
          <li>
            <a
              href={`#section-${id}`}
              className="link inline-flex min-h-7 items-center text-base pointer-coarse:min-h-11"
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Section(props: { readonly section: DocumentSection; readonly isFirst: boolean }) {
  const { section, isFirst } = props;
  const { id, title, blocks } = section;
  return (
    <section
      id={`section-${id}`}
      aria-label={title}
      className={clsx(!isFirst && "shared-section mt-14 print:break-before-page")}
    >
      {isFirst && <h2 className="sr-only">{title}</h2>}
      {!isFirst && <h2 className={clsx(houseRuleClass, "mb-5 pb-2 text-2xl")}>{title}</h2>}
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-9">
        {inOrder(blocks, (block) => (
          <SharedBlock block={block} sectionTitle={title} />
        ))}
      </div>
    </section>
  );
}
