import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { recordCallers } from "./record-callers";

it("writes the real address behind whatever a caller claims to be", async () => {
  recordCallers();
  const seen: IncomingHttpHeaders[string][] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers["x-forwarded-for"]);
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await fetch(url);
  await fetch(url, { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(seen).toEqual(["127.0.0.1", "203.0.113.9, 127.0.0.1"]);
  await new Promise((closed) => server.close(closed));
});
