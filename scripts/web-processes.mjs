// Runs several web servers on one port, as `web-processes.mjs COUNT COMMAND ARGUMENTS`. One that dies is replaced.
import cluster from "node:cluster";

const [count, exec, ...args] = process.argv.slice(2);
cluster.setupPrimary({
  exec,
  args,
  execArgv: process.execArgv,
  // The log has the same way out from all of them.
  stdio: ["ignore", "ignore", "inherit", "ipc", 4],
});

const workers = () => Object.values(cluster.workers);
const serving = new Set();
const idle = new Set();
let isStopping = false;

/** The others wait for the first: its page comes sooner so, and what is wrong is said once. */
cluster.on("listening", ({ id }) => {
  const isFirst = serving.size === 0 && workers().length === 1;
  serving.add(id);
  if (isFirst && !isStopping) for (let more = 1; more < Number(count); more += 1) cluster.fork();
});

cluster.on("exit", ({ id }, code, signal) => {
  const hasServed = serving.delete(id);
  if (isStopping) return workers().length === 0 ? process.exit() : letGo();
  // One that never served would not the next time either.
  if (!hasServed) return stop(1);
  console.error(`A web process ended (${signal ?? code}). Another takes its place.`);
  cluster.fork();
});

/** None leaves before all are idle: new requests come to all of them. */
cluster.on("message", ({ id }, message) => {
  if (message === "idle") idle.add(id);
  letGo();
});
function letGo() {
  if (workers().every(({ id }) => idle.has(id)))
    // One that is leaving already cannot be told any more, and need not be.
    for (const worker of workers()) if (worker.isConnected()) worker.send("all idle", () => {});
}

function stop(code) {
  if (isStopping) return;
  isStopping = true;
  process.exitCode = code;
  if (workers().length === 0) process.exit();
  for (const worker of workers()) worker.process.kill("SIGTERM");
}
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => stop(0));

cluster.fork();
