import { createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { readAddress, refuseTakenPort } from "./address";

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

const listen = () =>
  new Promise<number>((resolve) => {
    server = createServer().listen(0, "127.0.0.1", () => {
      const address = server?.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });

it.each([
  [{}, "http://localhost:3000", true],
  [{ PORT: "4000" }, "http://localhost:4000", true],
  [{ HOST: "::1" }, "http://localhost:3000", true],
  [{ HOST: "0.0.0.0" }, "http://localhost:3000", false],
  [{ HOST: "192.0.2.7", PORT: "80" }, "http://192.0.2.7:80", false],
  [{ HOST: "2001:db8::7" }, "http://[2001:db8::7]:3000", false],
])("reads %j as %s", (settings, url, isLoopback) => {
  expect(readAddress(settings)).toMatchObject({ url, isLoopback });
});

it.each(["0", "65536", "-1", "80.5", "http", "3000x"])("refuses the port %s", (PORT) => {
  expect(() => readAddress({ PORT })).toThrow(
    `PORT is "${PORT}". Set it to a whole number from 1 to 65535. Example: 3000`,
  );
});

it("says that a port is taken, and how to choose another one", async () => {
  const port = await listen();
  await expect(refuseTakenPort(readAddress({ PORT: String(port) }))).rejects.toThrow(
    `Port ${port} is taken by another program.\nChoose another one, for example: PORT=${port + 1} npm start`,
  );
});

it("leaves a free port free", async () => {
  const port = await listen();
  await new Promise((resolve) => server?.close(resolve));
  const address = readAddress({ PORT: String(port) });
  await refuseTakenPort(address);
  await refuseTakenPort(address);
});

it("says that the machine has no such address", async () => {
  await expect(refuseTakenPort(readAddress({ HOST: "192.0.2.1" }))).rejects.toThrow(
    "This machine has no address 192.0.2.1.",
  );
});
