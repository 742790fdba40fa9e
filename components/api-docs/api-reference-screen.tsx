import Link from "next/link";
import { Brand } from "@/components/shell/brand";
import type { ApiReference } from "@/lib/views/api-reference";
import { ApiBasics } from "./api-basics";
import { CodeBlock } from "./code-block";
import { OperationSection } from "./operation-section";

export type ProblemKindView = {
  readonly name: string;
  readonly status: number;
  readonly title: string;
  readonly meaning: string;
};

export type ApiReferenceScreenProps = {
  readonly reference: ApiReference;
  readonly problems: readonly ProblemKindView[];
  readonly address: string;
};

export function ApiReferenceScreen({ reference, problems, address }: ApiReferenceScreenProps) {
  const { groups, schemas } = reference;
  return (
    <div className="mx-auto grid min-h-dvh max-w-[1440px] grid-cols-1 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <header className="px-4 pt-6 md:px-7 lg:sticky lg:top-0 lg:h-dvh lg:overflow-y-auto lg:pb-6">
        <Link href="/" className="inline-block">
          <Brand />
        </Link>
        <nav aria-label="Parts of the reference" className="mt-6 text-sm max-lg:hidden">
          <ul className="grid gap-4">
            <li>
              <a href="#basics" className="flex min-h-6 items-center font-label">
                Basics
              </a>
            </li>
            {groups.map(({ name, id, operations }) => (
              <li key={id}>
                <a href={`#${id}`} className="flex min-h-6 items-center font-label">
                  {name}
                </a>
                <ul className="grid">
                  {operations.map((operation) => (
                    <li key={operation.id}>
                      <a
                        href={`#${operation.id}`}
                        className="flex min-h-6 items-center text-ink-2 hover:text-ink"
                      >
                        {operation.summary}
                      </a>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
            <li>
              <a href="#problems" className="flex min-h-6 items-center font-label">
                Problems
              </a>
            </li>
            <li>
              <a href="#schemas" className="flex min-h-6 items-center font-label">
                Schemas
              </a>
            </li>
          </ul>
        </nav>
      </header>
      <main className="min-w-0 px-4 py-6 md:px-7 lg:py-8">
        <h1 className="text-2xl tracking-[-0.02em]">API reference</h1>
        <ApiBasics address={address} />
        {groups.map(({ name, id, operations }) => (
          <section key={id} id={id} aria-label={name} className="mt-6 scroll-mt-6">
            <h2 className="pb-4 text-xl">{name}</h2>
            {operations.map((operation) => (
              <OperationSection key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        <Problems problems={problems} />
        <section id="schemas" aria-label="Schemas" className="mt-10 scroll-mt-6">
          <h2 className="text-xl">Schemas</h2>
          <p className="mt-1 text-ink-2 text-sm">
            JSON Schema 2020-12. Figures are shortened here to label, unit and bounds; each is an
            object with value, evidence, and where known low, high, source, url, date and note. The
            document has them whole.
          </p>
          <div className="mt-3 grid grid-cols-1 gap-3">
            {schemas.map(({ name, text }) => (
              <details key={name} id={`schema-${name}`} className="scroll-mt-6">
                <summary className="min-h-6 cursor-pointer font-label text-sm">{name}</summary>
                <div className="mt-2">
                  <CodeBlock label={`Schema ${name}`}>{text}</CodeBlock>
                </div>
              </details>
            ))}
          </div>
        </section>
      </main>
    </div>
  );
}

function Problems({ problems }: Pick<ApiReferenceScreenProps, "problems">) {
  return (
    <section id="problems" aria-label="Problems" className="mt-10 scroll-mt-6">
      <h2 className="text-xl">Problems</h2>
      <p className="mt-1 max-w-[44rem] text-ink-2 text-sm">
        Every refusal is application/problem+json. Its type is the address of one of these.
      </p>
      <dl className="mt-3 max-w-[52rem] divide-y divide-line border-line border-y">
        {problems.map(({ name, status, title, meaning }) => (
          <div
            key={name}
            id={name}
            className="grid scroll-mt-6 grid-cols-1 gap-x-6 gap-y-0.5 py-3 text-sm target:bg-accent-soft md:grid-cols-[14rem_minmax(0,1fr)]"
          >
            <dt>
              <span className="font-label tabular-nums">
                {status} {title}
              </span>
              <span className="block font-mono text-ink-3 text-xs">{name}</span>
            </dt>
            <dd className="text-ink-2">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
