import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { OperationView } from "@/lib/views/api-reference";
import { CodeBlock } from "./code-block";

export function OperationSection({ operation }: { readonly operation: OperationView }) {
  const { id, method, path, summary, description, parameters, body, answers } = operation;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-6 grid-cols-1 gap-4 border-line border-t py-8 xl:grid-cols-2 xl:gap-10"
    >
      <div className="min-w-0">
        <h3 id={`${id}-title`} className="text-lg">
          {summary}
        </h3>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-2 font-mono text-sm">
          <strong className="font-label">{method}</strong>
          <span className="break-all">{path}</span>
        </p>
        <p className="mt-2 text-ink-2 text-sm">{description}</p>
        <p className="mt-1 text-ink-3 text-xs">{operation.key}.</p>
        {parameters.length > 0 && (
          <Terms title="Parameters">
            {parameters.map(({ name, place, text }) => (
              <Term key={name} name={name} aside={place}>
                {text}
              </Term>
            ))}
          </Terms>
        )}
        {body && (
          <Terms title="Body">
            <Term name="JSON" aside={<SchemaLinks names={body.schemas} />}>
              {body.description}
            </Term>
          </Terms>
        )}
        <Terms title="Answers">
          {answers.map(({ status, text, schemas, problem, headers }) => (
            <Term
              key={status}
              name={status}
              isQuiet={problem !== null}
              aside={
                problem ? (
                  <ReferenceLink to={problem}>{problem}</ReferenceLink>
                ) : (
                  <SchemaLinks names={schemas} />
                )
              }
            >
              {problem === null && text}
              {headers.map((header) => (
                <span key={header.name} className="block">
                  <span className="font-mono">{header.name}</span>: {header.text}
                </span>
              ))}
            </Term>
          ))}
        </Terms>
      </div>
      <div className="min-w-0">
        <CodeBlock label={`Example: ${summary}`}>{operation.curl}</CodeBlock>
      </div>
    </section>
  );
}

function Terms({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <h4 className="mt-4 font-label text-sm">{title}</h4>
      <dl className="mt-1 grid grid-cols-1 text-xs">{children}</dl>
    </>
  );
}

type TermProps = {
  readonly name: string;
  readonly aside: ReactNode;
  readonly isQuiet?: boolean;
  readonly children: ReactNode;
};

function Term({ name, aside, isQuiet, children }: TermProps) {
  return (
    <div className={clsx("flex flex-wrap gap-x-3", isQuiet ? "" : "py-1")}>
      <dt className="w-32 shrink-0 pt-1 font-mono tabular-nums">{name}</dt>
      <dd className="min-w-0 flex-1 basis-52 pt-0.5 text-ink-2">
        <span className="text-ink-3">{aside}</span>
        <span className="block">{children}</span>
      </dd>
    </div>
  );
}

function SchemaLinks({ names }: { readonly names: readonly string[] }) {
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 && " or "}
      <ReferenceLink to={`schema-${name}`}>{name}</ReferenceLink>
    </span>
  ));
}

/** High enough for a finger among others of its kind. */
function ReferenceLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <a href={`#${to}`} className="group inline-flex min-h-6 items-center">
      <span className="link">{children}</span>
    </a>
  );
}
