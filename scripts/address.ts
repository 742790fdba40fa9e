import { createServer } from "node:net";
import { settingsOf } from "./settings";
import { StopError } from "./stop-error";

export type Address = {
  readonly host: string;
  readonly port: number;
  /** What to type into a browser on this machine. */
  readonly url: string;
  readonly isLoopback: boolean;
};

/** Settings as the environment has them. */
export type Settings = Readonly<Record<string, string | undefined>>;

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);
const everywhere = new Set(["0.0.0.0", "::"]);

export function readAddress(given: Settings): Address {
  const { HOST: host = "127.0.0.1", PORT: port = 3000 } = settingsOf(given);
  const isLoopback = loopback.has(host);
  const name = isLoopback || everywhere.has(host) ? "localhost" : host;
  return {
    host,
    port,
    isLoopback,
    url: `http://${name.includes(":") ? `[${name}]` : name}:${port}`,
  };
}

const reasons: Record<string, (address: Address) => string> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken by another program.\nChoose another one, for example: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
  EACCES: ({ port }) =>
    `Port ${port} may not be used by an ordinary user.\nChoose one above 1023, for example: PORT=3000 npm start`,
  EADDRNOTAVAIL: ({ host }) =>
    `This machine has no address ${host}.\nSet HOST to one it has, to 127.0.0.1 for this machine alone, or to 0.0.0.0 for all.`,
  ENOTFOUND: ({ host }) => `HOST is "${host}", which is no address of this machine.`,
};

export function refuseTakenPort(address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? ""];
      reject(reason ? new StopError(reason(address)) : error);
    });
    server.listen(address.port, address.host, () => server.close(() => resolve()));
  });
}
