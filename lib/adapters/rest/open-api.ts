import * as z from "zod/mini";
import { fieldSpecs } from "@/lib/schemas/figure";
import { namedSchemas } from "@/lib/schemas/rest";
import { apiRoot } from "./handler";
import type { Operation } from "./operation";
import { type ProblemName, problemKinds } from "./problem-kinds";

type Json = { readonly [key: string]: unknown };
type Schema = z.core.$ZodType;

const componentRef = (name: string) => `#/components/schemas/${name}`;
const names = new Map<Schema, string>(
  Object.entries(namedSchemas).map(([name, schema]) => [schema, name]),
);

/** The whole API as OpenAPI 3.1, out of the operations and the schemas that they are held to. */
export function openApiDocumentOf(operations: readonly Operation[]): Json & { openapi: string } {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] ??= {};
    Object.assign(paths[operation.path] as object, {
      [operation.method.toLowerCase()]: described(operation),
    });
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Loadline",
      version: "1",
      description: "Plans of AI infrastructure and what they cost, for scripts.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: apiRoot }],
    security: [{ apiKey: [] }],
    tags: [...new Set(operations.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key, ll_\u2026" },
      },
      responses: problemResponses(),
    },
  };
}

function described(operation: Operation): Json {
  const { id, group, summary, description, access, body } = operation;
  return {
    operationId: id,
    tags: [group],
    summary,
    description,
    ...(access === "public" ? { security: [] } : { "x-scope": access }),
    parameters: parametersOf(operation),
    ...(body
      ? {
          requestBody: {
            required: true,
            description: body.description,
            content: {
              "application/json": { schema: schemaOf(body.schema), example: body.example },
            },
          },
        }
      : {}),
    responses: {
      [operation.answer.status]: answerOf(operation),
      ...Object.fromEntries(
        problemsOf(operation).map((name) => [
          problemKinds[name].status,
          { $ref: `#/components/responses/${name}` },
        ]),
      ),
    },
  };
}

/** What an operation may answer beside its own answer: the rest follows from its kind. */
export function problemsOf({ access, body, needsVersion, problems, ...operation }: Operation) {
  if (access === "public") return [];
  const isRepeatable = operation.method === "POST" && !operation.isPure;
  const all = new Set<ProblemName>(["unauthenticated", "too-many-requests", ...problems]);
  if (access === "write") all.add("forbidden");
  if (body) for (const name of bodyProblems) all.add(name);
  if (isRepeatable) all.add("conflict").add("invalid");
  if (needsVersion) for (const name of versionProblems) all.add(name);
  return [...all].sort((a, b) => problemKinds[a].status - problemKinds[b].status);
}

const bodyProblems = ["malformed-request", "body-too-large", "unsupported-media-type"] as const;
const versionProblems = ["malformed-request", "stale-version", "version-required"] as const;

function parametersOf({ path, query, needsVersion, method, isPure }: Operation): readonly Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const { properties = {}, required = [] } = z.toJSONSchema(query) as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
  return [
    ...inPath,
    ...inQuery,
    ...(needsVersion ? [ifMatch] : []),
    ...(method === "POST" && !isPure ? [idempotencyKey] : []),
  ];
}

const ifMatch = {
  name: "If-Match",
  in: "header",
  required: true,
  description: "The ETag that was read: the version the change is made over.",
  schema: { type: "string", pattern: '^"[1-9][0-9]{0,9}"$' },
  example: '"1"',
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A name for this request, such as a UUID. Sent again within 24 hours with the same body, it has no second effect and gets the same answer.",
  schema: { type: "string", pattern: "^[!-~]{1,200}$" },
};

const header = (description: string) => ({ description, schema: { type: "string" } });

function answerOf({ answer, method, isPure }: Operation): Json {
  const headers = {
    ...(answer.hasVersion ? { ETag: header("The version, for If-Match.") } : {}),
    ...(answer.status === 201 ? { Location: header("The address of what was made.") } : {}),
    ...(answer.isPage ? { Link: header('The next page, rel="next"; absent on the last.') } : {}),
    ...(method === "POST" && !isPure
      ? { "Idempotency-Replayed": header("true where this is the answer to an earlier request.") }
      : {}),
  };
  return {
    description: answer.description,
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(answer.schema
      ? { content: { "application/json": { schema: schemaOf(answer.schema) } } }
      : {}),
  };
}

const problemResponses = (): Json =>
  Object.fromEntries(
    Object.entries(problemKinds).map(([name, { title, meaning }]) => [
      name,
      {
        description: `${title}. ${meaning}`,
        content: { "application/problem+json": { schema: { $ref: componentRef("Problem") } } },
      },
    ]),
  );

/** A reference where the schema has a name, and a list of references where it is one of several. */
function schemaOf(schema: Schema): Json {
  const name = names.get(schema);
  if (name !== undefined) return { $ref: componentRef(name) };
  const { type, options } = schema._zod.def as { type: string; options?: readonly Schema[] };
  if (type === "union" && options) return { anyOf: options.map(schemaOf) };
  const { $schema: _, ...written } = z.toJSONSchema(schema, { io: "input", override: named });
  return written as Json;
}

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(namedSchemas)) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, {
    uri: componentRef,
    io: "input",
    override: named,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}

/** Figures say what they are called and in which unit they are written. */
function named({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: Schema;
  jsonSchema: Record<string, unknown>;
}) {
  const spec = fieldSpecs.get(zodSchema as never);
  if (!spec) return;
  jsonSchema.title = spec.label;
  if (spec.help) jsonSchema.description = spec.help;
  jsonSchema["x-unit"] = spec.unit;
}
