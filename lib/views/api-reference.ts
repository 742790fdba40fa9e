/** The OpenAPI document made ready to draw. */

type Schema = { readonly [key: string]: unknown };
type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
  readonly example?: string;
};
type Content = Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
type Response = {
  readonly $ref?: string;
  readonly description?: string;
  readonly headers?: Readonly<Record<string, { readonly description: string }>>;
  readonly content?: Content;
};
type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly description: string; readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  readonly "x-scope"?: string;
};
/** As much of it as is drawn. */
export type ApiDocument = {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, { readonly description: string }>>;
  };
};

export type OperationView = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly key: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly place: string;
    readonly text: string;
  }[];
  readonly body: { readonly description: string; readonly schemas: readonly string[] } | null;
  readonly curl: string;
  readonly answers: readonly {
    readonly status: string;
    readonly text: string;
    readonly schemas: readonly string[];
    /** The problem on this page that it is. */
    readonly problem: string | null;
    readonly headers: readonly { readonly name: string; readonly text: string }[];
  }[];
};

export type ApiReference = {
  readonly groups: readonly {
    readonly name: string;
    readonly id: string;
    readonly operations: readonly OperationView[];
  }[];
  readonly schemas: readonly { readonly name: string; readonly text: string }[];
};

export function apiReference(document: ApiDocument, address: string): ApiReference {
  const root = `${address}${document.servers[0]?.url ?? ""}`;
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const names = [...new Set(all.map(({ operation }) => operation.tags[0] ?? ""))];
  return {
    groups: names.map((name) => ({
      name,
      id: name.toLowerCase().replaceAll(" ", "-"),
      operations: all
        .filter(({ operation }) => operation.tags[0] === name)
        .map((one) => operationView(document, one, root)),
    })),
    schemas: Object.entries(document.components.schemas).map(([name, schema]) => ({
      name,
      text: JSON.stringify(shortened(schema), null, 2),
    })),
  };
}

/** Every figure has the same fields: what sets one apart is its label, unit and bounds. */
function shortened(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(shortened);
  if (typeof schema !== "object" || schema === null) return schema;
  if ("x-unit" in schema) return figureText(schema as FigureSchema);
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, shortened(value)]));
}

type FigureSchema = {
  readonly title: string;
  readonly "x-unit": string;
  readonly properties: {
    readonly value: { readonly anyOf: readonly { minimum?: number; maximum?: number }[] };
  };
};

function figureText({ title, "x-unit": unit, properties }: FigureSchema): string {
  const { minimum, maximum } = properties.value.anyOf[0] ?? {};
  return `figure: ${title}, ${unit}, ${minimum} to ${maximum}, or null`;
}

type Found = { readonly path: string; readonly method: string; readonly operation: Operation };

function operationView(document: ApiDocument, found: Found, root: string): OperationView {
  const { path, method, operation } = found;
  const scope = operation["x-scope"];
  const body = operation.requestBody;
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    key: scope === undefined ? "Takes no key" : `Key that may ${scope}`,
    parameters: operation.parameters.map((parameter) => ({
      name: parameter.name,
      place: `${parameter.in}${parameter.required ? "" : ", optional"}`,
      text: [parameter.description, boundsText(parameter.schema)].filter(Boolean).join(" "),
    })),
    body: body
      ? { description: body.description, schemas: schemaNames(jsonOf(body.content)?.schema) }
      : null,
    curl: curlOf(found, root),
    answers: Object.entries(operation.responses).map(([status, response]) =>
      answerView(document, status, response),
    ),
  };
}

const jsonOf = (content: Content | undefined) => content?.["application/json"];

function answerView(document: ApiDocument, status: string, response: Response) {
  const problem = response.$ref?.split("/").at(-1) ?? null;
  const said = problem ? document.components.responses[problem] : response;
  return {
    status,
    text: said?.description ?? "",
    schemas: schemaNames(jsonOf(response.content)?.schema),
    problem,
    headers: Object.entries(response.headers ?? {}).map(([name, { description }]) => ({
      name,
      text: description,
    })),
  };
}

function boundsText({ minimum, maximum, maxLength }: Schema): string {
  if (minimum !== undefined && maximum !== undefined)
    return `A number from ${minimum} to ${maximum}.`;
  return maxLength === undefined ? "" : `At most ${maxLength} characters.`;
}

/** Names of the schemas that a value may have; one without a name is told of as a whole. */
function schemaNames(schema: Schema | undefined): readonly string[] {
  if (!schema) return [];
  if (typeof schema.$ref === "string") return [schema.$ref.split("/").at(-1) ?? ""];
  return Array.isArray(schema.anyOf) ? schema.anyOf.flatMap(schemaNames) : [];
}

function curlOf({ path, method, operation }: Found, root: string): string {
  const example = jsonOf(operation.requestBody?.content)?.example;
  const headers = [
    ...(operation["x-scope"] ? ["Authorization: Bearer $LOADLINE_KEY"] : []),
    ...operation.parameters
      .filter((parameter) => parameter.in === "header" && parameter.required)
      .map(({ name, example: value }) => `${name}: ${String(value).replaceAll('"', '\\"')}`),
    ...(example === undefined ? [] : ["Content-Type: application/json"]),
  ];
  const lines = [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}"${root}${path}"`,
    ...headers.map((header) => `-H "${header}"`),
    ...(example === undefined ? [] : [`-d '${JSON.stringify(example, null, 2)}'`]),
  ];
  return lines.join(" \\\n  ");
}
