import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { problemKinds, problemNames } from "@/lib/adapters/rest/problem-kinds";
import { contextOfKey } from "@/lib/auth/api-key";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { saveRfqQuestion, sendRfq } from "@/lib/services/rfq-changes";
import { requestRfqAnswer, takeRfqAnswer } from "@/lib/services/rfq-imports";
import { createRfq, getRfq, saveRfq } from "@/lib/services/rfqs";
import { newOrganization } from "@/lib/testing/organization";
import { answeredWorkbook, testRfqContent } from "@/lib/testing/rfq";
import { openApi, operations } from "./operations/all";
import { keyOf, type Sent, send, storedPlan } from "./testing/script";

type Parameter = {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
};
type Described = {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly content: { "application/json": { readonly example: unknown } };
  };
  readonly responses: Readonly<
    Record<string, { readonly headers?: object; readonly content?: object }>
  >;
};
type Call = { readonly method: string; readonly path: string; readonly sent: Sent };

// As a client reads it: JSON, and nothing of ours beside it.
const document = JSON.parse(JSON.stringify(openApi())) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
};
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, "document");
const escaped = (segment: string) =>
  encodeURIComponent(segment.replaceAll("~", "~0").replaceAll("/", "~1"));

function expectValid(place: readonly string[], value: unknown): void {
  const validate = ajv.compile({ $ref: `document#/${place.map(escaped).join("/")}` });
  expect(validate(value) || validate.errors, place.join(" ")).toBe(true);
}

let ctx: Context;
let writer: string;
let reader: string;
let rfqId: string;
beforeAll(async () => {
  ctx = await newOrganization();
  rfqId = await sentRfq();
  writer = await keyOf(ctx);
  reader = await keyOf(ctx, "read");
});

const inPlan: Readonly<Record<string, string>> = {
  workloadId: "claims",
  optionId: "cloud",
  scenarioId: "slow",
};

/** With a sealed answer and a question, so that every part of what is described has something in it. */
async function sentRfq(): Promise<string> {
  const id = randomUUID();
  const content = testRfqContent();
  await createRfq(ctx, { id, origin: null, content });
  const asked = { rfqId: id, content, isSealed: true, suppliers: ["Stavra", "Oriel"] };
  await saveRfq(ctx, { ...asked, expectedVersion: 1 });
  await sendRfq(ctx, { rfqId: id, expectedVersion: 2 });
  const supplierId = (await getRfq(ctx, { rfqId: id })).suppliers[0]?.supplierId ?? "";
  const said = { id: randomUUID(), supplierId, question: "Which rails?", answer: "Square holes." };
  await saveRfqQuestion(ctx, { rfqId: id, ...said });
  const jobId = randomUUID();
  const sent = { id: jobId, rfqId: id, supplierId, fileName: "a.xlsx", file: "AAAA" };
  await requestRfqAnswer(ctx, sent);
  const workbook = answeredWorkbook({ rfqId: id, supplierId });
  const { write } = await takeRfqAnswer(ctx, { jobId, workbook });
  await withOrganization(ctx.orgId, write);
  return id;
}

/** A request that the document allows, on a plan of its own. */
async function validCall(
  { path, method, operation }: (typeof described)[number],
  planId?: string,
): Promise<Call> {
  const id = planId ?? (path.includes("{planId}") ? await storedPlan(ctx) : "");
  const values: Record<string, string> = { planId: id, rfqId, ...inPlan };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] as string);
  const needsVersion = operation.parameters.some(({ name }) => name === "If-Match");
  const example = operation.requestBody?.content["application/json"].example;
  const rowId = filled.split("/")[4];
  const body =
    method === "put" && rowId !== undefined ? { ...(example as object), id: rowId } : example;
  return {
    method: method.toUpperCase(),
    path: filled,
    sent: {
      key: writer,
      ...(needsVersion ? { headers: { "If-Match": '"1"' } } : {}),
      ...(body === undefined ? {} : { body }),
    },
  };
}

const call = ({ method, path, sent }: Call) => send(method, path, sent);
const changed = ({ sent, ...rest }: Call, more: Sent): Call => ({
  ...rest,
  sent: { ...sent, ...more },
});

async function spentKey(): Promise<string> {
  const key = await keyOf(ctx);
  const caller = { ip: "127.0.0.1", isLocal: true };
  for (let tries = 0; tries < 5000; tries += 1)
    try {
      await contextOfKey(`Bearer ${key}`, caller);
    } catch {
      return key;
    }
  throw new Error("a key was never limited");
}

/** A transaction of somebody else's that has taken an idempotency key and does not end. */
async function whileTaken(key: string, then: () => Promise<Response>): Promise<Response> {
  const client = new Client({ connectionString: process.env.TEST_OWNER_DATABASE_URL });
  await client.connect();
  try {
    await client.query("select set_config('app.org_id', $1, false)", [ctx.orgId]);
    const { rows } = await client.query(
      "select id from api_key where org_id = $1 and scope = 'write' order by created_at limit 1",
      [ctx.orgId],
    );
    await client.query("begin");
    await client.query(
      "insert into idempotency_record (org_id, api_key_id, key, request_hash) values ($1, $2, $3, 'x')",
      [ctx.orgId, rows[0].id, key],
    );
    return await then();
  } finally {
    await client.end();
  }
}

/** How to be refused, by status; a status in the document that is not here fails the test. */
const refusals: Readonly<Record<string, (valid: Call) => Promise<Response>>> = {
  400: (valid) =>
    call(
      valid.sent.body === undefined
        ? changed(valid, { headers: { "If-Match": "1" } })
        : changed(valid, { body: '{"plan": }' }),
    ),
  401: (valid) => call(changed(valid, { key: null })),
  403: (valid) => call(changed(valid, { key: reader })),
  404: (valid) => call({ ...valid, path: valid.path.replace(/[0-9a-f-]{36}/, randomUUID()) }),
  409: async (valid) => {
    if (valid.path !== "/plans") {
      await call(valid);
      const body = { ...(valid.sent.body as object), name: "Another" };
      return call(changed(valid, { body }));
    }
    const key = randomUUID();
    const headers = { "Idempotency-Key": key };
    return whileTaken(key, () => call(changed(valid, { headers })));
  },
  412: (valid) => call(changed(valid, { headers: { "If-Match": '"7"' } })),
  413: (valid) => call(changed(valid, { body: `"${"x".repeat(1_000_000)}"` })),
  415: (valid) =>
    call(changed(valid, { headers: { ...valid.sent.headers, "Content-Type": "text/csv" } })),
  422: (valid) =>
    call(
      valid.sent.body === undefined
        ? { ...valid, path: `${valid.path}?colour=green` }
        : changed(valid, { body: { name: 5 } }),
    ),
  428: (valid) => call(changed(valid, { headers: {} })),
  429: async (valid) => call(changed(valid, { key: await spentKey() })),
};

it("the document and the code know the same operations, and one route serves them", () => {
  const written = described.map(({ path, method, operation }) => [
    operation.operationId,
    method,
    path,
  ]);
  const built = operations.map(({ id, method, path }) => [id, method.toLowerCase(), path]);
  expect(written.sort()).toEqual(built.sort());
  expect(new Set(written.map(([id]) => id)).size).toBe(written.length);
  const routes = readdirSync(import.meta.dirname, { recursive: true })
    .map(String)
    .filter((file) => /(^|\/)route\.tsx?$/.test(file));
  expect(routes).toEqual(["[[...path]]/route.ts"]);
});

describe.each(described)("$method $path", (one) => {
  const { path, method, operation } = one;
  const statuses = Object.keys(operation.responses);
  const [success = ""] = statuses.filter((status) => status.startsWith("2"));

  it(`answers ${success} to a request that the document allows, as the document says`, async () => {
    const valid = await validCall(one);
    if (valid.sent.body !== undefined)
      expectValid(
        ["paths", path, method, "requestBody", "content", "application/json", "schema"],
        valid.sent.body,
      );
    const response = await call(valid);
    const text = await response.text();
    expect(response.status, text).toBe(Number(success));
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { headers = {}, content } = operation.responses[success] ?? {};
    const promised = Object.keys(headers).filter((name) => !/^(Link|Idempotency)/.test(name));
    for (const name of promised) expect(response.headers.get(name), name).not.toBeNull();
    if (!content) return expect(text).toBe("");
    expect(response.headers.get("content-type")).toBe("application/json");
    expectValid(
      ["paths", path, method, "responses", success, "content", "application/json", "schema"],
      JSON.parse(text),
    );
  });

  it.each(statuses.filter((status) => !status.startsWith("2")))(
    "is refused with %s",
    async (status) => {
      const refuse = refusals[status];
      if (!refuse) throw new Error(`There is no test for the status ${status}.`);
      const response = await refuse(await validCall(one));
      const text = await response.text();
      expect(response.status, text).toBe(Number(status));
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(response.headers.get("cache-control")).toBe("no-store");
      const problem = JSON.parse(text);
      expectValid(["components", "schemas", "Problem"], problem);
      const name = problemNames.find((known) => problem.type === `/api-docs#${known}`);
      expect(name && problemKinds[name]).toMatchObject({
        status: Number(status),
        title: problem.title,
      });
      expect(text).not.toMatch(/node_modules|\bat \w+ \(|prisma|select /i);
    },
  );
});

it("an RFQ tells who answered, and of a sealed answer nothing more", async () => {
  const response = await send("GET", `/rfqs/${rfqId}`, { key: reader });
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({
    ...{ status: "sent", isSealed: true, sentRevision: 1 },
    suppliers: [
      { name: "Oriel", answers: [{ number: "ST-77", quote: null }] },
      { name: "Stavra", answers: [] },
    ],
    questions: [{ answer: "Square holes." }],
  });
  expect(text).not.toMatch(/280,?000|12,?000/);
  const list = await (await send("GET", "/rfqs", { key: reader })).json();
  expect(list.items).toMatchObject([{ id: rfqId, suppliersAsked: 2, suppliersAnswered: 1 }]);
});

it("every operation that takes a key refuses a request without one", () => {
  const open = described.filter(({ operation }) => operation.security?.length === 0);
  expect(open.map(({ path }) => path)).toEqual(["/openapi.json"]);
  for (const { operation } of described)
    if (!operation.security) expect(Object.keys(operation.responses)).toContain("401");
});
